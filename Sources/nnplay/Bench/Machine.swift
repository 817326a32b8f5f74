import Glibc
import NeuralEngine

/// The machine that a figure belongs to.
struct Machine {
  /// The processor's own name, where the system tells it.
  let processor: String
  let processors = Processors.count
  /// Floats of a vector.
  let lanes = TrainingWay.lanes

  init() {
    processor = Self.line(beginning: "model name") ?? "an unnamed processor"
  }

  /// In one line.
  var description: String {
    "\(processor), \(processors) processor\(processors == 1 ? "" : "s"), vectors of \(lanes) floats"
  }

  /// What follows a colon in the first line of Linux's description that begins so.
  private static func line(beginning key: String) -> String? {
    guard let file = fopen("/proc/cpuinfo", "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 512)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard line.hasPrefix(key), let colon = line.firstIndex(of: ":") else { continue }
      return String(line[line.index(after: colon)...].drop { $0 == " " }.filter { $0 != "\n" })
    }
    return nil
  }
}

import Datasets
import Screen

/// As what a screen is written.
enum SnapshotFormat: String, CaseIterable {
  case text, ansi, svg, png

  /// The names, for help and refusals.
  static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// How many colours it has unless said.
  var usualDepth: String {
    switch self {
    case .text, .ansi: ColorDepth.palette.rawValue
    case .svg, .png: ColorDepth.full.rawValue
    }
  }

  /// The file of a frame.
  func bytes(of frame: Frame) -> [UInt8] {
    switch self {
    case .text: return Array(frame.text.utf8)
    case .ansi: return Array(frame.ansi.utf8)
    case .svg: return Array(frame.svg.utf8)
    case .png:
      let pixels = FramePixels(frame)
      return PNGWriter.file(width: pixels.width, height: pixels.height, rgb: pixels.bytes)
    }
  }
}

import Glibc
import Terminal

/// Ways to end that nobody plans, each with the key that brings it about.
enum Death: Character {
  case trap = "t"
  case fatalError = "f"
  case segmentationFault = "s"
  case stackOverflow = "o"
  case abort = "a"
  case trapOnWorker = "T"
  case stackOverflowOnWorker = "O"
  /// Not dead, but deaf.
  case hang = "h"
  /// Writes more than anybody reads.
  case flood = "w"

  func happen() {
    switch self {
    case .trap:
      Death.readPastTheEnd()
    case .fatalError:
      TerminalProbe.write("about to fail\n", to: STDERR_FILENO)
      Swift.fatalError("asked to fail")
    case .segmentationFault:
      raise(SIGSEGV)
    case .stackOverflow:
      print(Death.fall(1))
    case .abort:
      Glibc.abort()
    case .trapOnWorker:
      Death.onWorker { _ in
        Death.readPastTheEnd()
        return nil
      }
    case .stackOverflowOnWorker:
      Death.onWorker { _ in
        TerminalSession.installAlternateStack()
        print(Death.fall(1))
        return nil
      }
    case .hang:
      TerminalProbe.write("hanging", to: STDOUT_FILENO)
      while true { pause() }
    case .flood:
      while true { TerminalProbe.write(String(repeating: "w", count: 4096), to: STDOUT_FILENO) }
    }
  }

  private static func readPastTheEnd() {
    let numbers = [Int](repeating: 1, count: CommandLine.arguments.count)
    print(numbers[numbers.count + 1])
  }

  @inline(never)
  private static func fall(_ depth: Int) -> Int { depth == .min ? 0 : fall(depth &+ 1) &+ depth }

  private static func onWorker(_ body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?) {
    var thread = pthread_t()
    pthread_create(&thread, nil, body, nil)
    pthread_join(thread, nil)
  }
}

import Glibc
import Screen
import Terminal

/// A program for the tests: it takes the terminal, shows what it hears, and dies as it is told.
@main
struct TerminalProbe {
  static func main() {
    do throws(TerminalError) {
      let session = try TerminalSession.start(options)
      defer { session.restore() }
      TerminalSession.sayAfterFault("What was done is kept in \u{1b}[1mthe probe.")
      let signal = run(session)
      session.restore()
      if let signal { TerminalSession.end(by: signal) }
    } catch {
      write(error.description + "\n", to: STDERR_FILENO)
      exit(2)
    }
  }

  /// `TerminalProbe [COLOR [MOUSE [GLYPHS]]]`
  private static var options: TerminalOptions {
    let words = CommandLine.arguments.dropFirst() + ["auto", "auto", "auto"].dropFirst(CommandLine.arguments.count - 1)
    let given = Array(words)
    return TerminalOptions(
      colors: ColorRequest(given[0]) ?? .automatic, glyphs: GlyphSet(rawValue: given[2]),
      mouse: TerminalOptions.Mouse(rawValue: given[1]) ?? .automatic)
  }

  /// Shows events until asked to end; returns the signal that asked, or `nil` for the key `q`.
  private static func run(_ session: TerminalSession) -> Int32? {
    var heard: [String] = []
    var total = 0
    while true {
      session.present(picture(session, heard, total))
      for event in session.waitForEvents() {
        total += 1
        heard.append("\(total) " + "\(event)".replacing("Screen.", with: ""))
        switch event {
        case .terminate(let signal):
          return signal
        case .suspendRequested:
          session.suspend()
        case .input(.key(.character("q"))):
          return nil
        case .input(.key(.character("c"))):
          session.copyToClipboard("circle")
        case .input(.key(.character(let letter))):
          Death(rawValue: letter)?.happen()
        case .input, .continued, .wake:
          break
        }
      }
      heard = heard.suffix(max(1, session.size.height - 2))
    }
  }

  private static func picture(_ session: TerminalSession, _ heard: [String], _ total: Int) -> Frame {
    let found = session.capabilities
    var frame = Frame(session.size, theme: Theme(depth: found.depth, glyphs: found.glyphs))
    func show(_ line: String, y: Int) {
      for (x, scalar) in line.unicodeScalars.enumerated() {
        frame.write(scalar, x: x, y: y, frame.theme.style(.text))
      }
    }
    show("probe \(session.size) \(found.depth) \(found.glyphs) \(found.mouse)", y: 0)
    for (row, line) in heard.enumerated() { show(line, y: row + 1) }
    show("heard \(total)", y: session.size.height - 1)
    let pixels = Cell("▀", foreground: .rgb(196, 112, 28), background: .rgb(30, 112, 190))
    frame[session.size.width - 1, session.size.height - 1] = pixels
    return frame
  }

  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }
}

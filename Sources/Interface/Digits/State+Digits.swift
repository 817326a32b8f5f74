import Datasets
import Playground
import Screen

/// The digits room's part of the state: which picture is read, and what the pad's keys do.
extension Shell {
  /// The picture that the network is shown: a test picture that has the focus, else the drawing, else the first test
  /// picture.
  var readingSubject: DigitReading.Subject {
    if case .testDigit(let index)? = attention.focus { return .test(index) }
    return pad.drawing.isEmpty ? .test(0) : .drawing(pad.drawing)
  }

  /// Keeps the reading true to the picture and, `again`, to a network that has changed.
  mutating func readPicture(again: Bool = false) {
    guard showsImages, let snapshot, case .images = snapshot.material.kind else {
      reading = nil
      return
    }
    let subject = readingSubject
    if !again, reading?.subject == subject { return }
    reading = DigitReading(subject, of: snapshot.material, by: snapshot.network)
  }

  /// `p`: the focus goes to the pad, and its keys are in force; or back to nothing. Other data give way to digits.
  mutating func togglePad() -> [Effect] {
    if room == .digits {
      pad.hideCursor()
      attention.focus(on: nil)
      return []
    }
    attention.focus(on: .pad)
    pad.showCursor()
    guard !showsImages else { return [] }
    let former = sourceName
    let effects = change(Control.dataset.key, to: ImageSource.mnist.rawValue)
    if !effects.isEmpty {
      notice = Notice(text: "The pad is for pictures, so the data are now mnist; Backspace goes back to \(former).")
    }
    return effects
  }

  /// The keys that only the pad has.
  mutating func performOnPad(_ command: Command) {
    switch command {
    case .clearPad: pad.clear()
    case .undoStroke: pad.undo()
    case .eraser: pad.toggleEraser()
    case _: break
    }
  }

  /// An arrow with the focus on the pad: the cursor walks.
  mutating func walkOnPad(dx: Int, dy: Int) -> [Effect] {
    attention.focus(on: .pad)
    pad.walk(dx: dx, dy: dy)
    return []
  }

  /// The test pictures whose answers the next frame shows.
  var digitsRequest: SnapshotRequest {
    guard WindowClass(size) != .tiny, !isZoomed else { return SnapshotRequest() }
    let count = digitsLayout.slots.count
    return SnapshotRequest(testSamples: Array(0..<count), wrongSamples: count)
  }

  /// Where everything stands in the digits room now.
  var digitsLayout: DigitsLayout {
    let names = pictureClassNames
    return DigitsLayout(size, classes: names.count, labelColumns: names.map(\.count).max() ?? 1)
  }

  /// What the classes are called, before the data are read too.
  var pictureClassNames: [String] {
    if case .images(let selection) = resolved.dataset { selection.classNames } else { [] }
  }

  /// What one picture is called: `digit`, or `picture`.
  var pictureWord: String {
    if case .images(let selection) = resolved.dataset, selection.source == .mnist { "digit" } else { "picture" }
  }

  /// A class inside a sentence: `a 2`, `an 8`, `sneaker`.
  func classPhrase(_ index: Int) -> String {
    let name = pictureClassNames[safe: index] ?? "\(index)"
    guard pictureWord == "digit" else { return name }
    return name == "8" ? "an 8" : "a \(name)"
  }
}

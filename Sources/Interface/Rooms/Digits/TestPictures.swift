import NeuralEngine
import Playground
import Screen

/// Test pictures with what the network says: those it reads wrong first, in the ink of mistakes.
struct TestPictures: Drawable {
  let shell: Shell
  /// The room of the pictures, and the pictures in it.
  let strip: Rect
  let slots: [DigitsLayout.Slot]
  /// The row of the heading.
  let heading: Int

  func draw(in scene: inout Scene) {
    let isCurrent = shell.attention.current?.panel == .testDigits || shell.stepPoints(at: .digits)
    let word = shell.pictureWord == "digit" ? "DIGITS" : "PICTURES"
    let end = scene.frame.heading("TEST \(word)", x: strip.x, y: heading, isCurrent: isCurrent)
    if let note = wrongNote, end + 2 + note.count <= strip.maxX {
      scene.frame.put(note, endingAt: min(strip.maxX, rightmost), y: heading, .dim)
    }
    for (said, slot) in zip(shell.testStrip(slots.count), slots) { draw(said, in: slot, &scene) }
  }

  private var rightmost: Int { max(slots.map(\.picture.maxX).max() ?? 0, strip.x + 34) }

  /// `429 of 10,000 wrong`.
  private var wrongNote: String? {
    guard let confusion = shell.snapshot?.test?.confusion, strip.width >= 30 else { return nil }
    let count = confusion.reduce(0) { $0 + $1.reduce(0, +) }
    let right = confusion.indices.reduce(0) { $0 + confusion[$1][$1] }
    return "\(Number.count(count - right)) of \(Number.count(count)) wrong"
  }

  private func draw(_ said: StripEntry, in slot: DigitsLayout.Slot, _ scene: inout Scene) {
    let rect = slot.picture
    let isWrong = said.predicted.map { $0 != said.label } ?? false
    if let picture = shell.testPicture(said.index) {
      let shown = picture.resampled(width: rect.width, height: rect.height * 2).brightened()
      scene.frame.paint(shown, x: rect.x, halfRow: rect.y * 2, isWrong ? .wrongInk : .ink)
    }
    let target = Target.testDigit(said.index)
    drawCaption(said, isWrong, isCurrent: shell.attention.current == target, slot.caption, &scene)
    if shell.attention.current == target || shell.attention.focus == target {
      scene.frame.frame(x: rect.x, halfRow: rect.y * 2, width: rect.width, height: rect.height * 2)
    }
    scene.mark(slot.box, as: target)
  }

  private func drawCaption(_ said: StripEntry, _ isWrong: Bool, isCurrent: Bool, _ rect: Rect, _ scene: inout Scene) {
    let names = shell.pictureClassNames
    let truth = names[safe: said.label] ?? ""
    let answer = said.predicted.flatMap { names[safe: $0] } ?? ""
    let role: Role = isCurrent ? .accent : isWrong ? .alarm : .dim
    if rect.height > 1 {
      // Beside the picture: a cross above the answer.
      if isWrong { scene.frame.put("×", x: rect.x, y: rect.y, .alarm, .bold) }
      let name = String((isWrong ? answer : truth).prefix(rect.width))
      scene.frame.put(name, x: rect.x, y: rect.y + 1, role, isWrong ? .bold : [])
    } else {
      let long = "× \(answer) not \(truth)"
      let text = !isWrong ? truth : long.count <= rect.width ? long : "× \(answer)"
      scene.frame.put(
        scene.frame.shortened(text, to: rect.width), centeredIn: rect.columns, y: rect.y, role, isWrong ? .bold : [])
    }
  }
}

/// One picture of the strip; what the network says of it is not known at first.
struct StripEntry: Equatable {
  let index: Int
  let label: Int
  let predicted: Int?
}

extension Shell {
  /// The share of the strip that mistakes may take.
  private static let wrongShare = 0.4

  /// The pictures of the strip: mistakes first, then the first ones that are read right.
  func testStrip(_ count: Int) -> [StripEntry] {
    guard let test = snapshot?.material.images?.test, count > 0 else { return [] }
    guard let report = snapshot?.report else {
      return (0..<min(count, test.count)).map { StripEntry(index: $0, label: Int(test.labels[$0]), predicted: nil) }
    }
    func entry(_ said: Prediction) -> StripEntry {
      StripEntry(index: said.index, label: said.label, predicted: said.predicted)
    }
    // Found wrong by the last evaluation, and still wrong now.
    let wrong = report.wrong.filter { $0.predicted != $0.label }.map(entry)
    let right = report.samples.filter { $0.predicted == $0.label }.map(entry)
    let most = max(Int((Double(count) * Self.wrongShare).rounded(.down)), count - right.count)
    return Array((wrong.prefix(most) + right).prefix(count))
  }

  /// A picture of the test set as the network is shown it.
  func testPicture(_ index: Int) -> Picture? { snapshot?.material.shownTestPicture(index)?.gray }
}

extension Picture {
  /// The picture with its brightest pixel full, if it was made pale by being made small.
  func brightened() -> Picture {
    let largest = max(0.75, values.max() ?? 1)
    return Picture(width: width, height: height, values: values.map { $0 / largest })
  }
}

import NeuralEngine
import Playground
import Screen

/// Test pictures with what the network says, a page of them: those it reads wrong in the ink of mistakes.
struct TestPictures: Drawable {
  let shell: Shell
  let gallery: Gallery
  /// The room of the pictures, and the pictures in it.
  let strip: Rect
  let slots: [DigitsLayout.Slot]
  /// The row of the heading.
  let heading: Int

  func draw(in scene: inout Scene) {
    let isCurrent = shell.attention.current?.panel == .testDigits || shell.stepPoints(at: .digits)
    let pages = gallery.pages(shell, of: slots.count)
    let end = scene.frame.heading(
      title, x: strip.x, y: heading, isCurrent: isCurrent || gallery.choice != .all)
    if let note = notes(pages).first(where: { end + 2 + $0.count <= strip.maxX }) {
      scene.frame.put(note, endingAt: min(strip.maxX, rightmost), y: heading, .dim)
    }
    for (said, slot) in zip(shell.said(of: pages.pictures(gallery.page)), slots) { draw(said, in: slot, &scene) }
  }

  private var rightmost: Int { max(slots.map(\.picture.maxX).max() ?? 0, strip.x + 34) }

  private var title: String {
    let names = shell.pictureClassNames
    switch gallery.choice {
    case .all: return shell.pictureWord == "digit" ? "TEST DIGITS" : "TEST PICTURES"
    case .mistakes: return "MISTAKES"
    case .cell(let truth, let said):
      let (truth, said) = (names[safe: truth] ?? "", names[safe: said] ?? "")
      return truth == said ? "\(truth) READ RIGHT".uppercased() : "\(truth) TAKEN FOR \(said)".uppercased()
    }
  }

  /// `429 of 10,000 wrong`, and which page of how many; the longest first.
  private func notes(_ pages: Gallery.Pages) -> [String] {
    let page = "page \(Number.count(min(gallery.page, pages.number - 1) + 1))"
    let isFirst = gallery.page == 0 && gallery.choice == .all
    guard isFirst, let confusion = shell.snapshot?.test?.confusion else {
      let all = Number.count(pages.order.count)
      return ["\(all), \(page) of \(Number.count(pages.number))", "\(all), \(page)", page]
    }
    guard strip.width >= 30 else { return [] }
    let count = confusion.reduce(0) { $0 + $1.reduce(0, +) }
    let right = confusion.indices.reduce(0) { $0 + confusion[$1][$1] }
    return ["\(Number.count(count - right)) of \(Number.count(count)) wrong"]
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
  /// What the network says of pictures of the test: now where that is known, else when they were all evaluated.
  func said(of pictures: [Int]) -> [StripEntry] {
    guard let test = snapshot?.material.images?.test else { return [] }
    let answers = snapshot?.test?.answers
    return pictures.map { index in
      let now = snapshot?.report?.samples.first { $0.index == index }?.predicted
      return StripEntry(
        index: index, label: Int(test.labels[index]), predicted: now ?? answers?[safe: index].map(Int.init))
    }
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

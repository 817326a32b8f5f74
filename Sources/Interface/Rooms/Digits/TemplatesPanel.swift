import Playground
import Screen

/// What each output of a network without hidden layers looks for: its weights as a picture, blue where ink speaks for it.
struct TemplatesPanel: Drawable {
  let shell: Shell
  let rect: Rect
  /// The row of the heading.
  let heading: Int

  /// Whether the network is one whose outputs look at the picture itself.
  static func fits(_ shell: Shell) -> Bool { shell.network?.architecture.hidden.isEmpty == true }

  func draw(in scene: inout Scene) {
    let isCurrent = shell.attention.current?.panel == .network || shell.stepPoints(at: .templates)
    scene.frame.heading("TEMPLATES", x: rect.x, y: heading, isCurrent: isCurrent)
    guard Self.fits(shell), let outputs = shell.network?.architecture.outputs else { return }
    for (unit, slot) in slots(outputs).enumerated() {
      guard let weights = shell.weightPicture(layer: 0, unit: unit) else { return }
      let picture = weights.resampled(width: slot.width, height: slot.height * 2).scaled()
      scene.frame.paint(picture, x: slot.x, halfRow: slot.y * 2)
      scene.frame.put(
        scene.frame.shortened(name(of: unit, outputs), to: slot.width), centeredIn: slot.columns, y: slot.maxY, .dim)
      let target = Target.unit(layer: 0, unit: unit)
      scene.mark(Rect(x: slot.x, y: slot.y, width: slot.width, height: slot.height + 1), as: target)
      if shell.attention.current == target {
        scene.frame.frame(x: slot.x, halfRow: slot.y * 2, width: slot.width, height: slot.height * 2)
      }
    }
  }

  /// One output for two classes speaks for the second, and against the first.
  private func name(of unit: Int, _ outputs: Int) -> String {
    let names = shell.pictureClassNames
    if outputs == 1, names.count == 2 { return "for \(names[1]), against \(names[0])" }
    return names[safe: unit] ?? ""
  }

  /// Pictures twice as wide as high with a row for their names, as large as so many can be.
  private func slots(_ count: Int) -> [Rect] {
    for height in stride(from: rect.height - 1, through: 2, by: -1) {
      let across = (rect.width + 1) / (2 * height + 1)
      guard across > 0, (count + across - 1) / across * (height + 1) <= rect.height else { continue }
      return (0..<count).map { index in
        Rect(
          x: rect.x + index % across * (2 * height + 1), y: rect.y + index / across * (height + 1), width: 2 * height,
          height: height)
      }
    }
    return []
  }
}

import Screen

/// How many hidden layers there are, between buttons for fewer and more: `− 2 layers +`.
struct LayerCount: Drawable {
  let count: Int
  let place: Point

  /// The columns it takes.
  static let width = 13

  func draw(in scene: inout Scene) {
    var x = place.x
    let parts: [(text: String, role: Role, command: Command?)] = [
      ("−", .text, .removeLayer), ("\(count)", .strong, nil), (count == 1 ? "layer" : "layers", .dim, nil),
      ("+", .text, .addLayer),
    ]
    for part in parts {
      if let command = part.command {
        scene.mark(Rect(x: x - 1, y: place.y, width: 3, height: 1), as: .command(command))
      }
      x = scene.frame.put(part.text, x: x, y: place.y, part.role, part.role == .dim ? [] : .bold) + 1
    }
  }
}

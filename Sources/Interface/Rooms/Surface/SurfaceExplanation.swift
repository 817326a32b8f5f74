import Playground
import Screen

/// What the explaining line says of the loss surface: where the cross is, and the loss there.
struct SurfaceExplanation {
  let shell: Shell
  let room: SurfaceRoom

  func explain() -> Explanation? {
    guard let surface = room.surface(shell) else {
      return Explanation(
        name: "Loss surface", sentence: "The loss is measured beside the training; it comes in a moment.")
    }
    guard let cross = room.cross(shell, surface) else {
      return Explanation(
        name: "Loss surface", formula: [Span("L(θ + a·u + b·v)", .text)],
        sentence:
          "Each place is a network of other weights; its colour is the training loss. The accent is the path of "
          + "training.", hint: "arrows, or the pointer, read it")
    }
    let place = surface.place(column: cross.x, row: cross.y)
    let loss = surface.loss(near: place)
    let (across, up) = room.axisNames(shell, surface)
    var formula: [Span] = []
    formula.dim("\(across) ")
    formula.number(place.a)
    formula.dim("  \(up) ")
    formula.number(place.b)
    formula.dim("  loss ")
    formula.append(Span(Number.loss(loss).trimmed, .strong, .bold))
    if let now = shell.snapshot?.train?.loss {
      formula.dim(
        loss < now ? ", \(Number.loss(now - loss).trimmed) below" : ", \(Number.loss(loss - now).trimmed) above")
      formula.dim(" where training is")
    }
    return Explanation(
      name: "Here", formula: formula,
      sentence:
        "Enter or a click sets the weights of this place; training goes on from there, and Backspace comes back.",
      hint: "Enter goes there")
  }
}

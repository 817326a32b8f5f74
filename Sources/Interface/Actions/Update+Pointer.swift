import Playground
import Screen

/// Everything the pointer does: hover explains, a click acts, a drag slides and paints, the wheel adjusts.
extension Shell {
  mutating func act(_ event: PointerEvent) -> [Effect] {
    pointer = event.point
    let target = regions.target(at: event.point)
    switch event.kind {
    case .move:
      attention.point(at: target)
      return []
    case .press:
      notice = nil
      return press(target, event)
    case .drag:
      return dragged.map { drag($0, to: event.point, button: event.button) } ?? []
    case .release:
      defer { dragged = nil }
      if dragged == .pad { pad.liftPen() }
      return []
    case .scrollUp, .scrollDown:
      let step = event.kind == .scrollUp ? 1 : -1
      if overlay != nil { return scroll(by: -step) }
      return target.flatMap { adjust($0, by: step) } ?? []
    }
  }

  private mutating func press(_ target: Target?, _ event: PointerEvent) -> [Effect] {
    attention.point(at: target)
    guard let target else {
      // A click beside an open list closes it.
      if overlay != nil { overlay = nil }
      return []
    }
    if target.panel != nil { attention.focus = target }
    switch target {
    case .slider, .pad:
      dragged = target
      return drag(target, to: event.point, button: event.button)
    case .output where editor != nil:
      dragged = target
      return drag(target, to: event.point, button: event.button)
    case _:
      return activate(target)
    }
  }

  /// A held button over what it was pressed on.
  private mutating func drag(_ target: Target, to point: Point, button: PointerEvent.Button) -> [Effect] {
    guard let rect = regions.rect(of: target) else { return [] }
    switch target {
    case .slider(let slider):
      return move(slider, to: Double(point.x - rect.x) / Double(max(1, rect.width - 1)))
    case .pad:
      pad.draw(at: point, in: rect, erasing: button == .right)
      return []
    case .output:
      return paintPoint(at: point, in: rect, erasing: button == .right)
    case _:
      return []
    }
  }
}

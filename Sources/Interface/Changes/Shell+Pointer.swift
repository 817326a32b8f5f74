import Playground
import Screen

/// What a held button drags in every room.
extension Shell {
  /// A button pressed on a target or held since; nil where there is nothing to drag.
  mutating func drag(_ target: Target, _ event: PointerEvent) -> [Effect]? {
    guard case .control(let key) = target, !key.stops.isEmpty, let rect = regions.rect(of: target) else { return nil }
    guard event.kind != .release else { return [] }
    dragged = target
    return slide(key, to: Frame.sliderShare(column: event.point.x, x: rect.x, width: rect.width))
  }
}

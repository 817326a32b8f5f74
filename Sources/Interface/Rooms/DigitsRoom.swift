import Screen

struct DigitsRoom: Drawable {
  let state: State
  func draw(in scene: inout Scene) {
    TitleRow(state: state, rect: Rect(x: 0, y: 0, width: state.size.width, height: 1)).draw(in: &scene)
  }
}

import Screen

struct LectureRoom: Drawable {
  let state: State
  let lecture: OpenLecture
  func draw(in scene: inout Scene) { PlaygroundRoom(state: state).draw(in: &scene) }
}

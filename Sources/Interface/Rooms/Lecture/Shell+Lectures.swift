import Course
import Playground

/// Opening a lecture.
extension Shell {
  /// `l`: the list of lectures.
  mutating func pickLecture() {
    let lectures = LectureShelf.lectures
    let items = lectures.map { lecture in
      let done = progress[lecture].words(in: lecture) ?? "\(lecture.minutes) minutes"
      return Picker.Item(value: lecture.name, label: lecture.name, sentence: "\(done) · \(lecture.title)")
    }
    let last = lectures.lastIndex { progress[$0] != LectureProgress() } ?? 0
    open(Picker(subject: .lecture, title: "Lectures", items: items, selected: last, takesTyping: false))
  }

  mutating func openLecture(named name: String) {
    do {
      guard let lecture = try LectureShelf.lecture(named: name) else { return }
      turn = .open(.lecture(LectureRoom(lecture)))
    } catch {
      notice = Notice(text: "\(error)", isAlarm: true)
    }
  }
}

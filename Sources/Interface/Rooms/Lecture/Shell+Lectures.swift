import Course
import Playground

/// Opening a lecture.
extension Shell {
  /// `l`: the list of lectures.
  mutating func pickLecture() {
    let items = LectureShelf.lectures.map {
      Picker.Item(value: $0.name, label: $0.name, sentence: "\($0.title) · \($0.minutes) minutes")
    }
    open(Picker(subject: .lecture, title: "Lectures", items: items, selected: 0, takesTyping: false))
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

import Playground

/// When the run stops by itself.
extension Shell {
  /// An epoch, a condition such as `test-loss<0.01`, or nothing at all.
  mutating func stop(at text: String) -> [Effect] {
    let text = text.filter { !$0.isWhitespace }
    var changed = experiment
    if text.isEmpty || Int(text) != nil {
      changed.epochs = nil
      if let epoch = Int(text) {
        let first = snapshot?.firstEpoch ?? 0
        guard epoch > first || first == 0 else {
          notice = Notice(text: "The run began at epoch \(first): choose a later one to stop at.", isAlarm: true)
          return []
        }
        return [send(.goal(nil))] + change(.epochs, to: "\(epoch - first)")
      }
      return [send(.goal(nil))] + adopt(changed)
    }
    do {
      return [send(.goal(try Goal(text)))]
    } catch {
      notice = Notice(text: error.description, isAlarm: true)
      return []
    }
  }

  /// The stop condition in force, as it is typed.
  var stopText: String {
    if let goal = snapshot?.goal { return goal.description }
    return experiment.epochs.map { "\((snapshot?.firstEpoch ?? 0) + $0)" } ?? ""
  }
}

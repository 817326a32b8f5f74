import Datasets
import Playground
import Screen

/// Asking about the picture that the network is shown: what each pixel does, and what would make it another.
extension Shell {
  /// Whether there is a picture to ask about; what keeps from it is said.
  private mutating func hasPicture() -> Bool {
    if reading != nil { return true }
    notice = Notice(text: "The network has nothing to say of this picture yet.")
    return false
  }

  /// `H`: the handles of the picture.
  mutating func takeHandles() {
    guard hasPicture() else { return }
    overlay = .handles(HandlesSheet())
  }

  /// `K`: asks what the drawing is, to keep it.
  mutating func pickLabel() {
    guard case .drawing? = reading?.subject, pictureWord == "digit", pictureClassNames.count == 10 else {
      notice = Notice(text: "What is kept is a digit on the pad: draw one first.")
      return
    }
    let items = (0...9).map { Picker.Item(value: "\($0)", label: "\($0)", sentence: "") }
    open(
      Picker(
        subject: .label, title: "That was a", items: items, selected: reading?.best ?? 0, takesTyping: false))
  }

  /// The drawing with what it is, to be written outside.
  func keep(as label: Int) -> [Effect] {
    guard case .drawing(let drawing)? = reading?.subject else { return [] }
    return [.keepDigit(drawing.smoothed().digitImage(), label: label)]
  }

  /// `y`: paints how each pixel moves the answer, or stops.
  mutating func toggleSaliency() {
    guard hasPicture() else { return }
    question = question == .saliency ? nil : .saliency
  }

  /// `Y`: asks which class the picture should become.
  mutating func pickWhatToBecome() {
    guard hasPicture() else { return }
    let items = pictureClassNames.indices.map { index in
      Picker.Item(value: "\(index)", label: classPhrase(index), sentence: "ten steps on the pixels toward it")
    }
    open(
      Picker(
        subject: .become, title: "What would make it", items: items, selected: reading?.second ?? 0, takesTyping: false)
    )
  }

  /// The same one step against the answer, with ε on a slider; or an end of it.
  mutating func toggleAttack() {
    guard hasPicture() else { return }
    if case .attack? = question { question = nil } else { question = .attack(0.1) }
  }

  /// `(` and `)`: a weaker or a stronger attack.
  mutating func changeEpsilon(by step: Int) {
    guard case .attack(let epsilon)? = question else { return toggleAttack() }
    setEpsilon(epsilon + Double(step) * PictureQuestion.epsilonStep)
  }

  mutating func setEpsilon(_ epsilon: Double) {
    question = .attack((min(PictureQuestion.mostEpsilon, max(0, epsilon)) * 100).rounded() / 100)
  }
}

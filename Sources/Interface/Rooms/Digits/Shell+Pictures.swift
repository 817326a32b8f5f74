import Datasets
import Playground
import Screen

/// What all that shows pictures asks of the experiment in play.
extension Shell {
  /// Whether the focus is on the pad, so that its keys are in force.
  var isOnPad: Bool { showsImages && attention.focus == .pad }

  /// `p` where the data are no pictures: they give way to digits, and the focus goes to the pad.
  mutating func openPad() -> [Effect] {
    let former = sourceName
    let effects = change(.dataset, to: ImageSource.mnist.rawValue)
    guard !effects.isEmpty else { return [] }
    attention.focus(on: .pad)
    notice = Notice(text: "The pad is for pictures, so the data are now mnist; Backspace goes back to \(former).")
    return effects
  }

  /// Where everything stands in the digits room now.
  var digitsLayout: DigitsLayout {
    let names = pictureClassNames
    return DigitsLayout(size, classes: names.count, labelColumns: names.map(\.count).max() ?? 1)
  }

  /// What the classes are called; of published pictures before they are read too.
  var pictureClassNames: [String] {
    switch resolved.dataset {
    case .images(let selection): selection.classNames
    case .table, .idx: snapshot?.material.classNames ?? []
    case .points, .formula: []
    }
  }

  /// What one picture is called: `digit`, or `picture`.
  var pictureWord: String {
    if case .images(let selection) = resolved.dataset, selection.source.areDigits { "digit" } else { "picture" }
  }

  /// A class inside a sentence: `a 2`, `an 8`, `sneaker`.
  func classPhrase(_ index: Int) -> String {
    let name = pictureClassNames[safe: index] ?? "\(index)"
    guard pictureWord == "digit" else { return name }
    return name == "8" ? "an 8" : "a \(name)"
  }
}

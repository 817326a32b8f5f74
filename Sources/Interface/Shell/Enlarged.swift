/// What can be as large as the window, in the order in which `z` goes through it.
enum Enlarged: CaseIterable, Sendable {
  case map, network, loss

  /// What comes after it; nil after the last, when all panels are shown again.
  static func after(_ now: Enlarged?) -> Enlarged? {
    guard let now, let place = allCases.firstIndex(of: now) else { return .map }
    return place + 1 < allCases.count ? allCases[place + 1] : nil
  }
}

extension Shell {
  /// Whether something is as large as the window.
  var isZoomed: Bool { enlarged != nil }

  /// Shows keys and figures in large letters, or no longer.
  mutating func present() -> [Effect] {
    guard presents || WindowClass(PresenterStrip.above(window)) != .tiny else {
      return refuse("The large letters need a window of 60×22 cells.")
    }
    presents.toggle()
    return []
  }

  /// Enlarges the next thing; of pictures only the pad and what is read there.
  mutating func zoom() { enlarged = showsImages ? (isZoomed ? nil : .map) : Enlarged.after(enlarged) }
}

import Playground
import Screen

/// Row 0: the program, the experiment, the network; at the right the state, the epoch and the speed.
struct TitleRow: Drawable {
  let title: TitleBar
  let rect: Rect

  func draw(in scene: inout Scene) {
    scene.frame.titleBar(title)
    scene.mark(Rect(x: rect.width / 2, y: 0, width: rect.width / 2, height: 1), as: .state)
  }
}

extension String {
  /// The text; nil for none.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension Shell {
  /// The title of the run in play; the speed has room in wide windows only.
  var title: TitleBar {
    let (sign, word) = status
    return TitleBar(
      source: sourceName, shape: networkName, state: sign, word: word, epoch: snapshot?.epoch ?? 0,
      note: [stopAhead, size.width >= 100 ? speedText : nil].compactMap(\.self).joined(separator: "   ").nonEmpty)
  }

  private var status: (RunSign, String) {
    switch snapshot?.state {
    case .running?: (.running, "training")
    case .paused?: (.paused, "paused")
    case .finished(.epochs)?: (.stopped, "stopped: epochs done")
    case .finished(.goal)?: (.stopped, "stopped: goal reached")
    case .finished(.missed)?: (.stopped, "stopped: not reached")
    case .diverged?: (.diverged, "diverged")
    case nil: (.paused, "loading")
    }
  }
}

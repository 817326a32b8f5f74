import Playground
import Screen

/// Row 0: the program, the experiment, the network; at the right the state, the epoch and the speed.
struct TitleRow: Drawable {
  let shell: Shell
  let rect: Rect

  func draw(in scene: inout Scene) {
    let snapshot = shell.snapshot
    let (look, word) = status
    scene.frame.titleBar(
      TitleBar(
        source: shell.sourceName, shape: shell.networkName, state: look, word: word,
        epoch: snapshot?.epoch ?? 0, note: rect.width >= 100 ? shell.speedText : nil))
    scene.mark(Rect(x: rect.width / 2, y: 0, width: rect.width / 2, height: 1), as: .state)
  }

  private var status: (RunSign, String) {
    switch shell.snapshot?.state {
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

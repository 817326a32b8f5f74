import Playground
import Screen

/// Row 0: the program, the experiment, the network; at the right the state, the epoch and the speed.
struct TitleBar: Drawable {
  let state: State
  let rect: Rect

  func draw(in scene: inout Scene) {
    scene.frame.fill(rect, .band)
    var x = scene.frame.put("nnplay", x: 1, y: 0, .accent, .bold) + 2
    x = scene.frame.put(state.sourceName, x: x, y: 0, .strong, .bold) + 2
    let tail = runs(in: scene.frame.theme.glyphs.table)
    let start = rect.maxX - 1 - scene.frame.theme.glyphs.width(tail)
    if let network = state.snapshot?.network {
      let room = start - 2 - x
      if room > 4 { scene.frame.put(scene.frame.shortened(network.description, to: room), x: x, y: 0, .dim) }
    }
    scene.frame.put(tail, x: start, y: 0)
    scene.mark(Rect(x: start, y: 0, width: rect.maxX - start, height: 1), as: .state)
  }

  private func runs(in glyphs: GlyphTable) -> [Run] {
    var runs = stateRuns(glyphs)
    runs.append(Run("   epoch ", .dim))
    runs += Number.epoch(state.snapshot?.epoch ?? 0)
    if rect.width >= 110, let speed = state.speedText { runs.append(Run("   " + speed, .dim)) }
    return runs
  }

  private func stateRuns(_ glyphs: GlyphTable) -> [Run] {
    guard let snapshot = state.snapshot else { return [Run("loading", .text, .bold)] }
    switch snapshot.state {
    case .running: return [Run("\(glyphs.running) training", .accent, .bold)]
    case .paused: return [Run("\(glyphs.paused) paused", .text, .bold)]
    case .finished(let reason): return [Run("\(glyphs.stopped) stopped: \(reason.words)", .accent, .bold)]
    case .diverged: return [Run("\(glyphs.diverged) diverged", .alarm, .bold)]
    }
  }
}

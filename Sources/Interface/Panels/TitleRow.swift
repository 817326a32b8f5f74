import Playground
import Screen

/// Row 0: the program, the experiment, the network; at the right the pace, the state and the epoch.
struct TitleRow: Drawable {
  let title: TitleBar
  let rect: Rect

  func draw(in scene: inout Scene) {
    let note = scene.frame.titleBar(title)
    scene.mark(Rect(x: rect.width / 2, y: 0, width: rect.width / 2, height: 1), as: .state)
    if let note { scene.mark(note, as: .command(title.state == .running ? .faster : .stopAt)) }
  }
}

extension Shell {
  /// The title of the run in play.
  var title: TitleBar {
    let (sign, word) = status
    let ownPoints = experiment.points.map { " · \(Number.count($0.points.count)) own points" } ?? ""
    return TitleBar(
      source: sourceName + ownPoints, shape: networkName, state: sign, word: word, epoch: snapshot?.epoch ?? 0,
      note: runNote)
  }

  private var status: (RunSign, String) {
    switch snapshot?.state {
    case .running?: (.running, "training")
    case .paused?: (.paused, "paused  ")
    case .finished(.epochs)?: (.stopped, "stopped: epochs done")
    case .finished(.patience)?: (.stopped, "stopped: validation")
    case .finished(.goal)?: (.stopped, "stopped: goal reached")
    case .finished(.missed)?: (.stopped, "stopped: not reached")
    case .diverged?: (.diverged, "diverged")
    case nil: (.paused, "loading ")
    }
  }

  /// What is to be said of the way: where a stop is set, how far the epoch is, how fast the run goes.
  private var runNote: String? {
    guard let snapshot else { return nil }
    var parts: [String] = []
    if let stopAhead { parts.append(stopAhead) }
    let batches = (snapshot.material.train.count + resolved.batchSize - 1) / max(1, resolved.batchSize)
    if snapshot.state == .paused, snapshot.samplesInEpoch > 0 {
      parts.append("batch \(snapshot.samplesInEpoch / max(1, resolved.batchSize))/\(batches)")
    }
    if snapshot.state == .running, let pace = paceText { parts.append(pace) }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  /// How fast the run goes: as fast as was asked for, or as the machine can where that is slower.
  private var paceText: String? {
    guard let snapshot, snapshot.samplesPerSecond > 0 else { return nil }
    if showsImages { return Number.speed(snapshot.samplesPerSecond).trimmingPrefix { $0 == " " }.description }
    let possible = snapshot.samplesPerSecond / Double(max(1, snapshot.material.train.count))
    let isPaced = snapshot.material.kind != .table
    let wanted: Double = if case .epochsPerSecond(let wanted) = pace, isPaced { wanted } else { .infinity }
    let epochs = min(wanted, possible)
    return "\(epochs < 10 ? Number.short(epochs) : Number.count(Int(epochs.rounded()))) epochs/s"
  }
}

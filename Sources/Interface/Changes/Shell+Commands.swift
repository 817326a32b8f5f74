import Playground
import Screen

extension Shell {
  /// Does what a command of the list says, where no room has done it; what only rooms do is nothing here.
  ///
  /// Enter comes here with nothing current after a divergence: it goes back to where all was well.
  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .playOrPause: return [send(session.asksToTrain ?? isRunning ? .pause : .run)]
    case .stepEpoch: return [send(.stepEpoch)]
    case .stepBatch: return stepBatch()
    case .rewind: return isFresh ? [send(.rewind)] : ask(.rewind, takenBackBy: .open(experiment))
    case .newWeights: return ask(.newWeights, takenBackBy: .open(experiment))
    case .newData: return ask(.newData, takenBackBy: .open(experiment))
    case .slower: return changePace(by: -1)
    case .faster: return changePace(by: 1)
    case .stopAt: return ask(.stopAt, title: "Stop at (500, or test-loss<0.01; empty: never)", text: stopText)
    case .undo: return undo()
    case .save: pickWhatToSave()
    case .openFile: return pickFile(.opening)
    case .allSettings: overlay = .settings(SettingsSheet())

    case .addLayer: return addLayer()
    case .removeLayer: return removeLayer()
    case .addUnit: return changeUnits(grow: true)
    case .removeUnit: return changeUnits(grow: false)
    case .activation, .learningRate, .optimizer, .regularization, .regularizationRate, .batchSize, .loss, .dataset:
      if command == .regularizationRate, resolved.regularization == .none {
        notice = Notice(text: "Large weights cost nothing, whatever this rate: g chooses what they cost.")
      }
      return command.key.map { pick($0) } ?? []

    case .showTestData:
      showsTestData.toggle()
      if showsTestData, let snapshot, snapshot.material.test == nil {
        return refuse("There are no test samples to show: all are trained on.")
      }
    case .discretise: discretises.toggle()
    case .nextPanel: focusPanel(step: 1)
    case .previousPanel: focusPanel(step: -1)
    case .left: return walk(dx: -1, dy: 0)
    case .right: return walk(dx: 1, dy: 0)
    case .up: return walk(dx: 0, dy: -1)
    case .down: return walk(dx: 0, dy: 1)
    case .enter: return [send(.restoreSane)]
    case .zoom: zoom()
    case .views: pickView()
    case .present: return present()
    case .weights: openWeights()
    case .probe: return probeNext()
    case .figures: overlay = .figures(FiguresSheet())
    case .equation: overlay = .equation(scroll: 0)
    case .copyLink: return copyLink()
    case .theme: pickTheme()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .quit: return quit()

    case .handles: takeHandles()
    case .keepDrawing: pickLabel()
    case .saliency: toggleSaliency()
    case .become: pickWhatToBecome()
    case .attack: toggleAttack()
    case .weaker: changeEpsilon(by: -1)
    case .stronger: changeEpsilon(by: 1)
    case .digitPad: return openPad()
    case .editPoints: editPoints()
    case .lectures: pickLecture()
    case _: break
    }
    return []
  }

  /// Leaves the program; where own points would be lost, only when asked again.
  mutating func quit() -> [Effect] {
    guard experiment.points != nil, experiment.points != keptPoints, !asksBeforeLeaving else { return [.quit] }
    asksBeforeLeaving = true
    notice = Notice(text: "Your own points are not saved: s saves them, q again leaves without them.")
    return []
  }

  /// Whether nothing has been trained since the run began.
  private var isFresh: Bool { snapshot.map { $0.epoch == $0.firstEpoch && $0.samplesInEpoch == 0 } ?? true }

  /// Lets go of what was looked at closely; false where nothing was.
  mutating func letGo() -> Bool {
    if isZoomed {
      enlarged = nil
    } else if probe != nil {
      probe = nil
    } else if attention.held != nil {
      attention.held = nil
    } else if attention.focus != nil {
      attention.focus(on: nil)
    } else {
      return false
    }
    return true
  }

  /// The paces that `<` and `>` step through, in epochs a second; nil is all that the machine can.
  static let paces: [Double?] = [1, 5, 20, 60, 200, 1000, 5000, nil]

  private mutating func changePace(by step: Int) -> [Effect] {
    let now = Self.paces.firstIndex { $0.map(Pace.epochsPerSecond) ?? .full == pace } ?? 3
    let chosen = Self.paces[min(max(now + step, 0), Self.paces.count - 1)]
    pace = chosen.map(Pace.epochsPerSecond) ?? .full
    notice = Notice(
      text: chosen.map { "Speed: \(Number.plain($0)) epoch\($0 == 1 ? "" : "s") a second." }
        ?? "Speed: all that this machine can.")
    return [send(.pace(pace))]
  }

  mutating func undo() -> [Effect] {
    let wereImages = showsImages
    guard let order = session.takeBack() else {
      notice = Notice(text: "Nothing has been changed yet.")
      return []
    }
    if case .takeBack(_, otherwise: .open) = order.command { hiddenControls = [] }
    forgetPictures(unless: wereImages)
    return [.send(order)]
  }
}

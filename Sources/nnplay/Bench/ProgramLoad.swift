/// The program as its user meets it, measured from outside: on a terminal of its own, at 120×40.
struct ProgramLoad {
  let threads: Int

  /// Stands in the title, which is written with the first frame.
  private static let title = "nnplay"
  /// Stands over the help, and is written when it opens.
  private static let helpHeading = "ALL KEYS"
  /// Stands in the row of keys, and is written there when the help closes.
  private static let firstKey = "Space"
  private static let largeNetwork = ["--set", "hidden=[512, 256]", "--set", "batchSize=128"]

  func measure(_ workload: Workload) throws -> Measurement {
    let figures =
      switch workload {
      case .start: try (0..<9).map { _ in try startMilliseconds() }
      case .memory: try (0..<3).map { _ in try megabytesOfTraining() }
      case .frame: try (0..<5).map { _ in try frameMilliseconds() }
      case .key: try keyMilliseconds(rounds: 3, keys: 100)
      case .tinyCircle, .tinyDeep, .tinyReLU, .limitPlain, .limitAcross, .boundary, .surface, .runs, .runsCoarse,
        .mnistSGD,
        .mnistAdam, .mnist15,
        .lenet, .lenetForward, .lenetBack, .lenetGradient, .lenetTiny, .sgemm:
        [Double]()
      }
    return Measurement(workload: workload, threads: threads, rounds: [figures])
  }

  private func startMilliseconds() throws -> Double {
    let begin = ContinuousClock.now
    let program = try WatchedProgram(["circle"])
    return (try firstFrame(of: program).end - begin) / .milliseconds(1)
  }

  private func megabytesOfTraining() throws -> Double {
    let program = try WatchedProgram(
      ["train", "mnist", "--epochs", "1", "--threads", "\(threads)"] + Self.largeNetwork)
    return Double(program.waitForEnd()) / 1e6
  }

  /// The screen thread's processor time divided by the frames of two seconds.
  private func frameMilliseconds() throws -> Double {
    let program = try WatchedProgram(["circle"])
    _ = try firstFrame(of: program)
    program.type(" ")
    _ = program.nextBurst(within: 1)
    let end = ContinuousClock.now + .seconds(2)
    guard let before = program.screenSeconds else {
      throw BadInput("frame reads the processor time of one thread from /proc, which is not here: measure it on Linux.")
    }
    var frames = 0
    while ContinuousClock.now < end {
      if program.nextBurst(within: 0.1) != nil { frames += 1 }
    }
    let after = program.screenSeconds ?? before
    return 1000 * (after - before) / Double(max(1, frames))
  }

  /// The 99th percentile of each round, while a large network trains on all threads.
  private func keyMilliseconds(rounds: Int, keys: Int) throws -> [Double] {
    let program = try WatchedProgram(["mnist", "--threads", "\(threads)"] + Self.largeNetwork)
    _ = try firstFrame(of: program)
    program.type(" ")
    return try (0..<rounds).map { _ in
      let delays = try (0..<keys).map { _ in
        let delay = try answer(of: program, to: "?", showing: Self.helpHeading)
        _ = try answer(of: program, to: "\u{1B}", showing: Self.firstKey)
        return delay
      }
      return delays.sorted()[keys * 99 / 100 - 1]
    }
  }

  /// Milliseconds until a key that opens or closes help has changed the screen.
  private func answer(of program: WatchedProgram, to key: String, showing text: String) throws -> Double {
    // Between frames, so that the answer is not taken for one that was on its way.
    _ = program.nextBurst(within: 0.05)
    let begin = ContinuousClock.now
    program.type(key)
    guard let frame = program.burst(containing: text, within: 10) else {
      throw BadInput("The program did not answer the key \(key.debugDescription) within 10 seconds.")
    }
    return (frame.end - begin) / .milliseconds(1)
  }

  private func firstFrame(of program: WatchedProgram) throws -> WatchedProgram.Burst {
    guard let frame = program.burst(containing: Self.title, within: 20) else {
      throw BadInput("The program showed no frame within 20 seconds.")
    }
    return frame
  }
}

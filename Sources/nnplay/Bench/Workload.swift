import ArgumentParser

/// What `nnplay bench` can measure.
enum Workload: String, CaseIterable, ExpressibleByArgument {
  case tinyCircle = "tiny-2-4-2-1"
  case tinyDeep = "tiny-7-8x6-1"
  case tinyReLU = "tiny-2-8-8-1"
  case limitPlain = "limit-plain"
  case limitAcross = "limit-across"
  case boundary = "boundary-2-4-2-1"
  case runs = "runs-10560"
  case runsCoarse = "runs-264"
  case surface = "surface-2-4-2-1"
  case mnistSGD = "mnist-sgd"
  case mnistAdam = "mnist-adam"
  case mnist15 = "mnist-15"
  case lenet
  case lenetForward = "lenet-forward"
  case lenetBack = "lenet-back"
  case lenetGradient = "lenet-gradient"
  case lenetTiny = "lenet-tiny"
  case sgemm
  case start
  case memory
  case frame
  case key

  /// What is done, in one line.
  var explanation: String {
    switch self {
    case .tinyCircle: "2-4-2-1 tanh, batch 10, sgd, 250 points of the circle"
    case .tinyDeep: "7-8-8-8-8-8-8-1 tanh, batch 10, sgd, 250 points of the spiral"
    case .tinyReLU: "2-8-8-1 relu, batch 30, sgd, 250 points of xor"
    case .limitPlain: "the first of these by C that knows no other network, sample by sample"
    case .limitAcross: "the same with ten samples across the lanes of one vector"
    case .boundary: "all units of 2-4-2-1 on 100 × 100 points"
    case .runs: "10,560 runs of 2-n-1 on gate-xor to epoch 500, batch 1: 12 widths, 22 rates, 40 first weights"
    case .runsCoarse: "one first weight of each: the first whole picture of them"
    case .surface: "the loss of 2-4-2-1 on 250 samples at 64 × 64 places around its weights"
    case .mnistSGD: "784-512-256-10 relu softmax, batch 128, sgd, shuffled bytes"
    case .mnistAdam: "the same with adam"
    case .mnist15: "784-15-10 sigmoid, batch 10, sgd, shuffled bytes"
    case .lenet: "conv5x16, pool2, conv5x32valid, pool2, 128, relu softmax, batch 128, sgd, shuffled bytes"
    case .lenetForward: "of its step the way forward alone"
    case .lenetBack: "the errors of all inputs but the first layer's"
    case .lenetGradient: "the gradients of all weights"
    case .lenetTiny: "conv5x8, pool2, conv5x16, pool2, likewise"
    case .sgemm: "1024³, a product on each thread: the machine's peak"
    case .start: "from the command to the first frame"
    case .memory: "largest resident size while training 784-512-256-10"
    case .frame: "processor time of a frame at 120×40 while training"
    case .key: "from a key's byte to the changed frame while training, 99th percentile"
    }
  }

  /// What is counted.
  var unit: Unit {
    switch self {
    case .tinyCircle, .tinyDeep, .tinyReLU, .limitPlain, .limitAcross, .mnistSGD, .mnistAdam, .mnist15, .lenet,
      .lenetTiny:
      .samplesPerSecond
    case .boundary, .surface, .runs, .runsCoarse, .start, .frame, .key: .milliseconds
    case .lenetForward, .lenetBack, .lenetGradient, .sgemm: .gigaflops
    case .memory: .megabytes
    }
  }

  /// Whether its figure is held against the peak of matrix products.
  var comparesWithPeak: Bool {
    switch self {
    case .mnistSGD, .mnistAdam, .lenet, .lenetForward, .lenetBack, .lenetGradient, .lenetTiny, .sgemm: true
    case .tinyCircle, .tinyDeep, .tinyReLU, .limitPlain, .limitAcross, .boundary, .surface, .runs, .runsCoarse,
      .mnist15, .start,
      .memory, .frame, .key:
      false
    }
  }

  /// Whether its figure is held against the loops written for its network alone.
  var comparesWithLimits: Bool { self == .tinyCircle }

  /// Whether it is the program as its user meets it that is measured, on a terminal of its own.
  var watchesProgram: Bool {
    switch self {
    case .start, .memory, .frame, .key: true
    case .tinyCircle, .tinyDeep, .tinyReLU, .limitPlain, .limitAcross, .boundary, .surface, .runs, .runsCoarse,
      .mnistSGD,
      .mnistAdam, .mnist15, .lenet, .lenetForward, .lenetBack, .lenetGradient, .lenetTiny, .sgemm:
      false
    }
  }

  /// How many threads it uses when so many are offered: small networks train on one.
  func threads(of offered: Int) -> Int {
    switch self {
    case .tinyCircle, .tinyDeep, .tinyReLU, .limitPlain, .limitAcross, .boundary, .surface, .mnist15: 1
    case .runs, .runsCoarse, .mnistSGD, .mnistAdam, .lenet, .lenetForward, .lenetBack, .lenetGradient, .lenetTiny,
      .sgemm,
      .start, .memory, .frame, .key:
      offered
    }
  }
}

/// What a figure counts.
enum Unit: String {
  case samplesPerSecond = "samples/s"
  case milliseconds = "ms"
  case gigaflops = "GFLOP/s"
  case megabytes = "MB"

  /// Whether the best of several figures is the largest.
  var isBetterLarge: Bool {
    switch self {
    case .samplesPerSecond, .gigaflops: true
    case .milliseconds, .megabytes: false
    }
  }
}

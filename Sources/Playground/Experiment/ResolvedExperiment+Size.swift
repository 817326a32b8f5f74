import Foundation
import NeuralEngine
import Words

/// The most parameters a network may have: with Adam's two memories and a gradient, 320 MB.
let largestParameterCount = 20_000_000

extension ResolvedExperiment {
  /// Refuses a network that is too large to be had, before any memory is taken.
  ///
  /// - Throws: `ExperimentError.doesNotFit`.
  func checkSize(of architecture: Architecture) throws(ExperimentError) {
    let parameterCount = ParameterLayout(architecture).parameterCount
    guard parameterCount <= largestParameterCount else {
      throw .doesNotFit(
        "\(hiddenInWords) makes a network of \(grouped(parameterCount)) parameters and \(grouped(largestParameterCount)) is "
          + "the most: use fewer units.")
    }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let needed = architecture.trainingBytes(batchSize: batchSize, threads: cores) + mapBytes(of: architecture)
    let most = MachineMemory.bytes
    guard needed <= most else {
      throw .doesNotFit(
        "\(hiddenInWords) with batchSize \(batchSize) needs \(gigabytes(needed)) of memory and there is \(gigabytes(most)): "
          + "use fewer units or maps, or smaller batches.")
    }
  }

  /// What the screen keeps of each unit where the samples are points: its answers on the finest grid there is.
  private func mapBytes(of architecture: Architecture) -> Double {
    switch dataset {
    case .points, .formula: Double(architecture.unitCount) * 80_000
    case .images, .table, .idx: 0
    }
  }

  /// The layers, or how many of them there are.
  private var hiddenInWords: String { hidden.count <= 8 ? "hidden \(hidden)" : "hidden, of \(hidden.count) layers," }

  private func gigabytes(_ bytes: Double) -> String { "\(shortest((bytes / 1e8).rounded(.up) / 10)) GB" }
}

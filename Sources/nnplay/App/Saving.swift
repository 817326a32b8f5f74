import Datasets
import Foundation
import Interface
import Playground

/// Writing what the user asked to keep.
enum Saving {
  /// Writes the experiment, the model or the points, and says how it went; a file that is there stays unless it is to be
  /// replaced.
  static func save(
    _ thing: Effect.SavedThing, of state: State, to path: String, replacing replaces: Bool
  ) -> Action {
    let path = (path as NSString).expandingTildeInPath
    if !replaces, TextFile.exists(path) { return .nameTaken(path: path, thing, free: free(path)) }
    do {
      switch thing {
      case .experiment:
        try TextFile.write(state.experiment.yaml, to: path)
        if let changes = state.changedByHand {
          return .saved(thing, "Saved: \(path). \(changes) are not in it: a .safetensors holds them.")
        }
      case .model:
        guard let snapshot = state.snapshot else { return .reported("There is no model yet.", isAlarm: true) }
        try Model(snapshot).write(to: path)
      case .points:
        guard let points = state.snapshot?.material.points else {
          return .reported(
            "These data are no points: .yaml saves the experiment, .safetensors the model.", isAlarm: true)
        }
        try points.writeCSV(to: path)
      case .numpy, .torch:
        guard let code = thing.library.flatMap(state.pythonCode) else {
          return .reported("There is no network yet.", isAlarm: true)
        }
        try TextFile.write(code.text, to: path)
        if code.readsModel {
          return .saved(thing, "Saved: \(path). It reads the weights from \(code.modelPath): s, model saves them.")
        }
      }
    } catch {
      return .reported("\(error)", isAlarm: true)
    }
    return .saved(thing, "Saved: \(path)")
  }

  /// Adds a digit that was drawn to those that are kept, and says how many there are.
  static func keep(_ picture: [UInt8], label: Int) -> Action {
    do {
      let folder = DataFolders.standard.kept
      let count = try KeptDigits(in: folder).add(picture, label: UInt8(label))
      return .reported(
        "Kept as a \(label): \(count) in \(folder). The data sets kept and mnist+kept train on them.", isAlarm: false)
    } catch {
      return .reported("\(error)", isAlarm: true)
    }
  }

  /// The name with the first number that makes it a new one: `spiral-2.yaml`.
  private static func free(_ path: String) -> String {
    let ending = (path as NSString).pathExtension
    let stem = (path as NSString).deletingPathExtension
    var number = 2
    while TextFile.exists("\(stem)-\(number).\(ending)") { number += 1 }
    return "\(stem)-\(number).\(ending)"
  }
}

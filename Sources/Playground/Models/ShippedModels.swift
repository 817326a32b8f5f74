import Presets

/// The trained networks that ship inside the program, under names that stand where the path of a file may.
public enum ShippedModels {
  /// Their names.
  public static var names: [String] { models.map(\.name) }

  /// The file of the one called `name`; nil when none is.
  static func bytes(named name: String) -> [UInt8]? { models.first { $0.name == name }?.bytes() }

  private static var models: [(name: String, bytes: () -> [UInt8])] {
    (0..<preset_model_count).map { index in
      let model = preset_model(index)
      return (String(cString: model.name), { Array(UnsafeBufferPointer(start: model.bytes, count: model.count)) })
    }
  }
}

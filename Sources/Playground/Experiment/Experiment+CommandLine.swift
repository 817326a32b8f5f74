import Datasets

extension Experiment {
  /// The command that opens this very experiment, as a shell takes it; own points alone stand in no command.
  ///
  ///     nnplay moons --set 'hidden=[8]' --set optimizer=adam
  public var commandLine: String {
    let dataset = ExperimentKey.dataset.setting(in: resolved())?.description ?? ""
    var settings = ExperimentKey.all.filter { $0 != .dataset }.compactMap { key in
      key.setting(in: self).map { "\(key.name)=\(Self.typed($0, isText: key.isText))" }
    }
    // A name that a lecture has too stands for the data set where something is set.
    if settings.isEmpty { settings = ["seed=\(Self.typed(.word(resolved().seed), isText: true))"] }
    return (["nnplay", Self.inShell(dataset)] + settings.map { "--set \(Self.inShell($0))" }).joined(separator: " ")
  }

  /// A value as `--set` reads it back: text that looks like a list or is in quotes stands in quotes.
  private static func typed(_ setting: Setting, isText: Bool) -> String {
    isText && Setting(setting.description) != setting ? "\"\(setting.description)\"" : setting.description
  }

  /// A word that a shell takes as it stands.
  private static func inShell(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.,:/=+".contains($0)) }
    return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }
}

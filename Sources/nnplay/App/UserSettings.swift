import Foundation
import Interface
import Playground
import Screen
import Terminal
import Words

/// What lasts from one run to the next: theme, glyphs, colours and keys of the user's own.
///
/// `$XDG_CONFIG_HOME/nnplay/config.yaml`:
///
///     theme: light
///     glyphs: blocks
///     color: 24bit
///     keys:
///       faster: F
///       zoom: [z, F5]
package struct UserSettings {
  var theme = Theme.Name.dark
  var terminal = TerminalOptions()
  var keyMap = KeyMap()

  /// Where the file lies.
  static var path: String {
    let environment = ProcessInfo.processInfo.environment
    let home =
      environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? (environment["HOME"] ?? "") + "/.config"
    return home + "/nnplay/config.yaml"
  }

  /// Reads the file, if there is one.
  ///
  /// - Throws: `BadInput` that names file, line, value and what is allowed.
  init() throws {
    guard FileManager.default.fileExists(atPath: Self.path) else { return }
    try read(TextFile.read(Self.path), at: Self.path)
  }

  /// Takes over what a text says; `path` is what errors call it.
  ///
  /// - Throws: as the other initialiser.
  package init(yaml: String, path: String) throws { try read(yaml, at: path) }

  private mutating func read(_ text: String, at path: String) throws {
    let entries: [YAML.Entry]
    do throws(YAML.Problem) { entries = try YAML(text).entries } catch {
      throw BadInput("\(path):\(error.line): \(error.reason): write `key: value` lines such as `theme: light`.")
    }
    for entry in entries {
      let place = "\(path):\(entry.line)"
      switch entry.key {
      case "theme":
        guard let named = entry.value.word.flatMap(Theme.Name.init(typed:)) else {
          throw BadInput(
            "\(place): theme cannot be \(quoted(entry.value.word ?? "")): it takes \(Theme.Name.words).")
        }
        theme = named
      case "glyphs": terminal.glyphs = try Self.name(entry.value, place, "glyphs") as GlyphSet
      case "color": terminal.colors = try Self.color(entry.value, place)
      case "keys": try readKeys(entry, path)
      case let other:
        throw BadInput("\(place): there is no setting \(quoted(other)): theme, glyphs, color and keys are known.")
      }
    }
  }

  private static func name<Value: RawRepresentable & CaseIterable>(
    _ value: YAML.Value, _ place: String, _ key: String
  ) throws -> Value where Value.RawValue == String {
    if let named = value.word.flatMap(Value.init) { return named }
    let allowed = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw BadInput("\(place): \(key) cannot be \(quoted(value.word ?? "")): it takes \(allowed).")
  }

  private static func color(_ value: YAML.Value, _ place: String) throws -> ColorRequest {
    if let request = value.word.flatMap({ ColorRequest($0) }) { return request }
    let allowed = ColorRequest.words.joined(separator: ", ")
    throw BadInput("\(place): color cannot be \(quoted(value.word ?? "")): it takes \(allowed).")
  }

  private mutating func readKeys(_ keys: YAML.Entry, _ path: String) throws {
    guard case .keys(let entries) = keys.value else {
      throw BadInput("\(path):\(keys.line): keys takes names of commands with keys, such as `zoom: F5`.")
    }
    for entry in entries {
      let place = "\(path):\(entry.line)"
      guard let command = Command(rawValue: entry.key) else {
        let meant = nearest(to: entry.key, among: Command.allCases.map(\.rawValue))
        throw BadInput(
          "\(place): there is no command \(quoted(entry.key))\(meant.map { ": did you mean \($0)?" } ?? ".") "
            + "Commands are zoom, faster, digitPad and the like.")
      }
      for word in entry.value.words ?? [""] {
        guard let key = Key(name: word) else {
          throw BadInput("\(place): \(quoted(word)) is no key: write a letter, or a name such as F5, PageUp or Ctrl-E.")
        }
        keyMap.bind(key, to: command)
      }
    }
  }

  /// Keeps theme, glyphs and colours; the user's keys in the file stay as they are.
  static func remember(theme: Theme.Name, glyphs: GlyphSet, color: ColorDepth?) -> Interface.Action {
    do {
      let old = FileManager.default.fileExists(atPath: path) ? try TextFile.read(path) : ""
      let kept = old.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { line in !["theme:", "glyphs:", "color:"].contains { line.hasPrefix($0) } }.joined(separator: "\n")
      let folder = (path as NSString).deletingLastPathComponent
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let rest = kept.trimmingCharacters(in: .newlines)
      let colors = color?.rawValue ?? "auto"
      try TextFile.write(
        "theme: \(theme.rawValue)\nglyphs: \(glyphs.rawValue)\ncolor: \(colors)\n" + (rest.isEmpty ? "" : rest + "\n"),
        to: path)
      return .reported(
        "Theme \(theme.rawValue), glyphs \(glyphs.rawValue), color \(colors): kept in \(path).", isAlarm: false)
    } catch {
      return .reported("The choice cannot be kept: \(error)", isAlarm: true)
    }
  }
}

extension AppOptions {
  /// The user's settings with what the command line says on top.
  ///
  /// - Throws: `BadInput` that names the option, its value and what is allowed.
  func settings() throws -> UserSettings {
    var settings = try UserSettings()
    if let theme {
      guard let named = Theme.Name(typed: theme) else {
        throw BadInput("--theme cannot be \"\(theme)\": it takes \(Theme.Name.words).")
      }
      settings.theme = named
    }
    if let glyphs {
      guard let set = GlyphSet(rawValue: glyphs) else {
        throw BadInput(
          "--glyphs cannot be \"\(glyphs)\": it takes \(GlyphSet.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      settings.terminal.glyphs = set
    }
    if let color {
      guard let request = ColorRequest(color) else {
        throw BadInput("--color cannot be \"\(color)\": it takes \(ColorRequest.words.joined(separator: ", ")).")
      }
      settings.terminal.colors = request
    } else if let wish = ProcessInfo.processInfo.environment["NO_COLOR"], !wish.isEmpty {
      settings.terminal.colors = .automatic
    }
    if noMouse { settings.terminal.mouse = .off }
    return settings
  }
}

import Glibc
import Screen

/// Which characters the terminal can be expected to read.
package enum CharacterEncoding: Equatable, Sendable {
  case utf8
  case ascii

  /// Makes ncurses speak UTF-8, and says whether the terminal does.
  ///
  /// Only the character type follows the environment; numbers keep their decimal point everywhere. In the C locale
  /// ncurses would print a blank for every half block, so the type becomes C.UTF-8 whatever the environment says.
  static func adopt(_ environment: TerminalEnvironment) -> CharacterEncoding {
    let isInstalled = setlocale(LC_CTYPE, "") != nil
    if isInstalled, let codeset = nl_langinfo(nl_item(CODESET)), String(cString: codeset) == "UTF-8" { return .utf8 }
    guard setlocale(LC_CTYPE, "C.UTF-8") != nil else { return .ascii }
    return environment.namedEncoding
  }
}

extension TerminalEnvironment {
  /// The encoding that the locale's name stands for, installed here or not.
  ///
  /// No name at all is what a container has, and its terminal is a UTF-8 one. `C`, or another encoding by name, is a
  /// wish for plain characters.
  package var namedEncoding: CharacterEncoding {
    guard let name = self["LC_ALL"] ?? self["LC_CTYPE"] ?? self["LANG"] else { return .utf8 }
    let folded = name.lowercased()
    return folded.contains("utf-8") || folded.contains("utf8") ? .utf8 : .ascii
  }
}

extension GlyphSet {
  /// The glyphs to draw with: the request, or else what encoding and terminal allow.
  package static func chosen(
    _ request: GlyphSet?, encoding: CharacterEncoding, environment: TerminalEnvironment
  ) -> GlyphSet {
    if let request { return request }
    if encoding == .ascii { return .ascii }
    return environment["TERM"]?.hasPrefix("linux") == true ? .console : .full
  }
}

/// The words for a value that is missing, in lower case.
enum GapWords {
  /// Gaps wherever they stand.
  static let anywhere: Set<String> = [
    "?", "??", "???", "-", "--", "---", "–", "—", "−", ".", "..", "...", "…", "na", "n/a", "n.a.", "n.a", "nan", "+nan",
    "-nan", "<na>", "<nan>", "#na", "nat", "null", "<null>", "(null)", "#null!", "\\n", "nil", "undefined", "missing",
    "(missing)", "(blank)", "na_integer_", "na_real_", "na_character_", "-1.#ind", "1.#ind", "-1.#qnan", "1.#qnan",
    "#n/a", "#div/0!", "#value!", "#ref!", "#num!", "#name?",
  ]
  /// Gaps where everything else in the column is a number; among words they are words like any other.
  static let amongNumbers: Set<String> = [
    "none", "(none)", "unknown", "unk", "unk.", "n.d.", "n.d", "nd", "tba", "tbd", "*", "**", "***", "empty", "blank",
    "no data", "not available", "not applicable",
  ]
  /// What a spreadsheet writes where a formula has no value; a line may begin with it and is then no comment.
  static let ofSpreadsheets = ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NUM!", "#NAME?", "#NULL!"].map {
    Array($0.utf8)
  }

  /// Whether a text stands for a missing value; `None` only as Python writes it, for `none` may be a word.
  static func contains(_ text: String) -> Bool { anywhere.contains(text.lowercased()) || text == "None" }

  /// Whether a word may be a gap, told by its first letter and its length, which costs less than to look it up.
  static func mayContain(_ text: UnsafeRawBufferPointer) -> Bool {
    let longest = 13
    return text.count <= longest && "imnu".utf8.contains(text[0] | 0x20)
  }
}

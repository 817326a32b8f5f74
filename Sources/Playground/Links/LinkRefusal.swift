import Words

/// An address of the web that is no link of the page.
public struct LinkRefusal: Error, CustomStringConvertible {
  /// What stands where the link should be, and how to come by it.
  public let description: String

  /// Whether a text that is no file may be an address without its scheme: `bit.ly/abc`.
  public static func looksLikeAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, labels.count > 1, let domain = labels.last, (2...6).contains(domain.count) else {
      return false
    }
    let isNamed = labels.allSatisfy {
      !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
    return isNamed && domain.allSatisfy(\.isLetter)
      && ![".yaml", ".yml", ".txt", ".json"].contains { text.hasSuffix($0) }
  }

  /// - Parameter text: what was taken for a link.
  public init(_ text: String) {
    let remedy =
      text.contains("#")
      ? "if only its part from # on is the page's, give that part alone; if it leads there,"
      : "if it leads there,"
    description =
      "\(quoted(text.trimmed)) is no link of TensorFlow Playground, and nothing is fetched: \(remedy) open it in a "
      + "browser and copy what it becomes."
  }
}

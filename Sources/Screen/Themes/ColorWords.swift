/// What a learner sees where a value is positive, negative or 0, in the words of a sentence: `blue`.
public struct SignWords: Hashable, Sendable {
  /// Where the value is above 0.
  public let positive: String
  /// Where it is below.
  public let negative: String
  /// Where it is 0.
  public let neutral: String
}

extension Theme {
  /// How a map tells signs: by colour, or without colours by how dense its glyphs are.
  public var mapWords: SignWords {
    switch depth {
    case .none: SignWords(positive: "dense", negative: "bare", neutral: "half dense")
    case .eight, .sixteen: SignWords(positive: "blue", negative: "yellow", neutral: "blank")
    case .palette, .full: SignWords(positive: "blue", negative: "orange", neutral: "grey")
    }
  }

  /// How a line between two units tells the sign of its weight.
  public var lineWords: SignWords {
    switch depth {
    case .none: SignWords(positive: "whole", negative: "dashed", neutral: "none")
    case .eight, .sixteen, .palette, .full: mapWords
    }
  }

  /// What the colour of a class is called, where there are three or more; nil without colours.
  public func classWord(_ number: Int) -> String? {
    let words: [String] =
      switch depth {
      case .none: []
      case .eight, .sixteen: ["blue", "yellow", "green", "purple", "cyan", "red", "white", "grey"]
      case .palette, .full:
        ["blue", "orange", "green", "purple", "teal", "red", "olive", "violet", "brown", "grey"]
      }
    return words.isEmpty ? nil : words[abs(number) % words.count]
  }
}

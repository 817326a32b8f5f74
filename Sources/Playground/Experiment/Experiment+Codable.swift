import Datasets
import Words

extension Experiment: Codable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// A JSON object of the keys that were said, each in its natural type.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for key in ExperimentKey.all {
      guard let setting = key.setting(in: self) else { continue }
      let name = Key(key.name)
      switch setting {
      case .word(let word) where key.isText: try container.encode(word, forKey: name)
      case .word(let word):
        if let number = Int(word) {
          try container.encode(number, forKey: name)
        } else if let number = Double(word) {
          try container.encode(number, forKey: name)
        } else if let flag = Bool(word) {
          try container.encode(flag, forKey: name)
        } else {
          try container.encode(word, forKey: name)
        }
      case .list(let words):
        let numbers = words.compactMap { Int($0) }
        if numbers.count == words.count {
          try container.encode(numbers, forKey: name)
        } else {
          try container.encode(words, forKey: name)
        }
      }
    }
    try container.encodeIfPresent(points.map(OwnPoints.init), forKey: Key(OwnPoints.key))
  }

  /// Reads what `encode` wrote, or any object of keys and values.
  ///
  /// - Throws: `ExperimentError` for a key or a value that there is not.
  public init(from decoder: any Decoder) throws {
    self.init()
    let container = try decoder.container(keyedBy: Key.self)
    for name in container.allKeys {
      if name.stringValue == OwnPoints.key {
        points = try container.decode(OwnPoints.self, forKey: name).set()
      } else {
        let key = try ExperimentKey.named(name.stringValue)
        try key.set(container.decode(Setting.self, forKey: name), in: &self)
      }
    }
  }
}

extension Setting: Decodable {
  /// Reads a number, a truth value, a text, or a list of numbers or texts.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .word("\(flag)")
    } else if let number = try? container.decode(Double.self) {
      self = .word(shortest(number))
    } else if let word = try? container.decode(String.self) {
      self = .word(word)
    } else if let numbers = try? container.decode([Int].self) {
      self = .list(numbers.map(String.init))
    } else {
      self = .list(try container.decode([String].self))
    }
  }
}

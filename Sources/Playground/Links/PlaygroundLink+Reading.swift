import Datasets
import Words

extension PlaygroundLink {
  /// Whether a text is meant as a link: one of the page, however it came, its part from `#` on, or any other address.
  public static func isLink(_ text: String) -> Bool { CarriedLink.isMeant(text) }

  /// Reads a link as the page does; nil for what is no link of the page.
  ///
  /// What mail, web pages and notes did to the link is undone. Unknown keys and values are passed over as the page
  /// passes over them. Both is said in `notes`.
  public init?(_ text: String) {
    guard let carried = CarriedLink(text) else { return nil }
    self.init()
    notes += carried.notes
    if let fragment = carried.fragment { read(Self.asBrowserStores(fragment)) }
  }

  /// The fragment as a browser keeps it: tabs and line ends taken out, blanks, quotes and what is not ASCII
  /// percent-encoded.
  private static func asBrowserStores(_ fragment: Substring) -> String {
    var stored = ""
    for byte in fragment.utf8 {
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x60, 0x7F...:
        stored += "%" + hexadecimal(byte).uppercased()
      case _: stored.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return stored
  }

  private mutating func read(_ hash: String) {
    var order: [String] = []
    var values: [String: String?] = [:]
    for piece in hash.split(separator: "&") {
      let parts = piece.split(separator: "=", omittingEmptySubsequences: false)
      let key = String(parts[0])
      if values[key] == nil { order.append(key) }
      values[key] = .some(parts.count > 1 ? String(parts[1]) : nil)
    }
    for key in order {
      let value = (values[key] ?? nil) ?? nil
      if key.hasSuffix(Self.hideEnding) {
        hideKeys.append(HideKey(control: String(key.dropLast(Self.hideEnding.count)), hides: value == "true"))
      } else if key == "networkShape" {
        readShape(value)
      } else if let value, !value.trimmed.isEmpty {
        set(key, to: value)
      } else if !key.isEmpty {
        notes.append("\(quoted(key)) has no value: its default is kept.")
      }
    }
    if noise < 0 || noise > Self.largestNoise {
      let used = noise < 0 ? 0.0 : 50
      notes.append("noise \(JavaScriptNumber.write(noise)) becomes \(Int(used)), as on the page.")
      noise = used
    }
  }

  private static let hideEnding = "_hide"
  private static let largestNoise = 80.0

  private mutating func set(_ key: String, to value: String) {
    switch key {
    case "activation": choose(key, value, among: Self.activations.map { ($0.rawValue, $0) }, \.activation)
    case "regularization": choose(key, value, among: Self.regularizations, \.regularization)
    case "dataset": choose(key, value, among: Self.datasets.map { ($0.rawValue, $0) }, \.dataset)
    case "regDataset": choose(key, value, among: Self.regressionDatasets, \.regressionDataset)
    case "problem":
      choose(
        key, value, among: [("classification", .classification), ("regression", .regression)], \.problem)
    case "batchSize": batchSize = JavaScriptNumber.read(value)
    case "learningRate": learningRate = JavaScriptNumber.read(value)
    case "regularizationRate": regularizationRate = JavaScriptNumber.read(value)
    case "noise": noise = JavaScriptNumber.read(value)
    case "percTrainData": percTrainData = JavaScriptNumber.read(value)
    case "seed": seed = value
    case "tutorial": tutorial = value
    case "showTestData": showTestData = value != "false"
    case "discretize": discretize = value != "false"
    case "collectStats": collectStats = value != "false"
    case "initZero": initZero = value != "false"
    case "hideText": hideText = value != "false"
    case _ where Self.inputNames.contains { $0.name == key }:
      if value == "false" { inputs.remove(key) } else { inputs.insert(key) }
    case _: notes.append("The page knows no key \(quoted(key)): it is passed over.")
    }
  }

  private mutating func choose<Value>(
    _ key: String, _ name: String, among choices: [(name: String, value: Value)],
    _ path: WritableKeyPath<PlaygroundLink, Value>
  ) {
    if let choice = choices.first(where: { $0.name == name }) {
      self[keyPath: path] = choice.value
    } else {
      notes.append("The page has no \(key) \(quoted(name)), only \(choices.map(\.name).inWords): it is passed over.")
    }
  }

  private mutating func readShape(_ value: String?) {
    guard let value else {
      notes.append("networkShape has no \"=\", which stops the page: its default is kept.")
      return
    }
    networkShape =
      value.trimmed.isEmpty
      ? []
      : value.split(separator: ",", omittingEmptySubsequences: false)
        .map(JavaScriptNumber.read)
  }
}

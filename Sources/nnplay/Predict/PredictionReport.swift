import Playground
import Words

/// The lines of `nnplay predict`: one a sample, and how many were right.
struct PredictionReport {
  private let model: Model
  private let json: Bool
  private var count = 0
  private var known = 0
  private var right = 0
  /// Labels that are none of the model's classes, and how often each stands.
  private var strangers: [String: Int] = [:]
  private var errors: RegressionErrors?
  private static let widths = [7, 12, 12, 12]
  private static let sides = [Columns.Side](repeating: .right, count: widths.count)

  init(model: Model, json: Bool) {
    self.model = model
    self.json = json
    if !json { Output.line(Self.row(["sample", "says", model.classNames.isEmpty ? "" : "sure", "label"])) }
  }

  /// Prints what the network says of the next sample.
  mutating func add(_ outputs: [Float], truth: Questions.Truth) {
    let index = model.resolved.predictedClass(outputs)
    let says = index.flatMap { model.classNames.indices.contains($0) ? model.classNames[$0] : nil }
    var isRight: Bool?
    var isStranger = false
    switch truth {
    case .unknown: break
    case .label(let label):
      guard let says else { break }
      isStranger = !model.classNames.contains { Self.isSameClass($0, label) }
      if isStranger {
        strangers[label, default: 0] += 1
        break
      }
      let agrees = Self.isSameClass(says, label)
      isRight = agrees
      known += 1
      if agrees { right += 1 }
    case .values(let values):
      errors = errors ?? RegressionErrors(outputs: outputs.count)
      errors?.add(outputs, targets: values)
    }
    if json {
      let sure = says.flatMap { _ in Self.sureness(outputs, says: index) }
      Output.line(
        Self.object(sample: count, outputs: outputs, says: says, sure: sure, truth: truth, isRight: isRight).line)
    } else {
      let sure = says.flatMap { _ in Self.sureness(outputs, says: index) }
      let label = Self.text(of: truth) + (isRight == false ? "  wrong" : isStranger ? "  no class" : "")
      let answer = says ?? outputs.map { "\($0)" }.joined(separator: " ")
      Output.line(Self.row(["\(count)", answer, sure.map { Figures.percent($0) } ?? "", label]))
    }
    count += 1
  }

  /// Prints how many were right, or how far off the numbers were.
  func end() {
    let accuracy = known > 0 ? Double(right) / Double(known) : nil
    if json {
      Output.line(
        JSON.object([
          "type": "end", "samples": .whole(count), "accuracy": accuracy.map(JSON.number),
          "meanSquaredError": errors?.meanSquare.map(JSON.number), "rSquared": errors?.rSquared.map(JSON.number),
          "labelsOfNoClass": strangers.isEmpty ? nil : .whole(strangerCount),
        ]).line)
    } else if let accuracy {
      let share = Figures.percent(accuracy, decimals: 2)
      Output.line("\(grouped(right)) of \(grouped(known)) right: \(share)")
    } else if let meanSquare = errors?.meanSquare {
      let share = errors?.rSquared.map { ", R² \(Figures.fixed($0, decimals: 4))" } ?? ""
      Output.line("mean squared error \(Figures.loss(meanSquare))\(share)")
    } else {
      Output.line(count == 1 ? "1 sample" : "\(grouped(count)) samples")
    }
    if !strangers.isEmpty { Output.remark(strangerSentence) }
  }

  private var strangerCount: Int { strangers.values.reduce(0, +) }

  /// Labels that cannot be right or wrong, for the model does not know them.
  private var strangerSentence: String {
    let most = 8
    let names = strangers.keys.sorted()
    let named = names.prefix(most).joined(separator: ", ") + (names.count > most ? " …" : "")
    let labels = strangerCount == 1 ? "1 label is" : "\(grouped(strangerCount)) labels are"
    return "\(labels) none of the model's classes \(model.classNames.prefix(most).joined(separator: ", "))"
      + "\(model.classNames.count > most ? " …" : ""): \(named)."
  }

  /// Whether two names mean one class: `+1` and `1` do, and so do `−1` and `-1`, and `Yes` and `yes`.
  private static func isSameClass(_ says: String, _ label: String) -> Bool {
    func plain(_ name: String) -> String { name.replacing("−", with: "-").replacing("+", with: "") }
    return says == label || plain(says) == plain(label)
      || label.count > 1 && says.lowercased() == label.lowercased()
  }

  private static func object(
    sample: Int, outputs: [Float], says: String?, sure: Double?, truth: Questions.Truth, isRight: Bool?
  ) -> JSON {
    let label: JSON? =
      switch truth {
      case .unknown: nil
      case .label(let label): .text(label)
      case .values(let values): .list(values.map { .number(Double($0)) })
      }
    return .object([
      "type": "prediction", "sample": .whole(sample), "class": says.map(JSON.text),
      "probability": sure.map(JSON.number),
      "outputs": .list(outputs.map { .number(Double($0)) }), "label": label, "right": isRight.map(JSON.flag),
    ])
  }

  /// The probability of the class named; nil for a single output, which is none.
  private static func sureness(_ outputs: [Float], says index: Int?) -> Double? {
    guard let index, outputs.count > 1, outputs.indices.contains(index) else { return nil }
    return Double(outputs[index])
  }

  private static func text(of truth: Questions.Truth) -> String {
    switch truth {
    case .unknown: ""
    case .label(let label): label
    case .values(let values): values.map { "\($0)" }.joined(separator: " ")
    }
  }

  private static func row(_ cells: [String]) -> String {
    Columns.line(cells, widths: widths, sides: sides)
  }
}

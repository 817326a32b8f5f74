import Formulas
import NeuralEngine

/// Points whose labels a formula gives: `curve:sin(2x)+x/3`, `class:x1^2+x2^2<9`.
public struct LabelFormula: Hashable, Sendable {
  /// What the formula says.
  public enum Kind: String, CaseIterable, Sendable {
    /// The number that belongs to x.
    case curve
    /// Where a point is of class +1.
    case `class`
  }

  /// What the formula says.
  public let kind: Kind
  /// The formula, of x or of x1 and x2.
  public let formula: Formula
  /// A place of the map where the formula has a usable value.
  private let somewhere: Double

  /// Half the width of the map on which the points lie.
  private static let reach = 6.0
  /// The largest label of a curve.
  private static let largest = 1e6

  /// Reads what stands behind `curve:` or `class:`.
  ///
  /// - Throws: `DatasetError.formula` with the place of the mistake, or for a curve that hardly has a value on the map and a
  ///   class that has all of it, or nothing.
  public init(_ kind: Kind, _ text: String) throws(DatasetError) {
    let name = "\(kind.rawValue):\(text)"
    do throws(FormulaError) {
      switch kind {
      case .curve: formula = try Formula(text, over: [Variable("x", or: "x1")])
      case .class: formula = try Formula(text, over: Feature.variables, as: .condition)
      }
    } catch {
      throw .formula(name: kind.rawValue, .malformed(error))
    }
    self.kind = kind
    let places = stride(from: -Self.reach, through: Self.reach, by: Self.reach / 100)
    switch kind {
    case .curve:
      let usable = places.filter { [formula] x in formula(x).magnitude <= Self.largest }
      guard usable.count >= 10 else { throw .formula(name: name, .undefined) }
      somewhere = usable[0]
    case .class:
      let condition = formula
      func occurs(_ truth: Double) -> Bool {
        places.contains { x1 in places.contains { x2 in condition(x1, x2) == truth } }
      }
      guard occurs(1) else { throw .formula(name: name, .neverTrue) }
      guard occurs(0) else { throw .formula(name: name, .alwaysTrue) }
      somewhere = 0
    }
  }

  /// Everything there is to know of the set.
  var recipe: PointRecipe {
    switch kind {
    case .curve:
      PointRecipe(
        summary: "The curve \(formula.text), to be predicted from one number.", kind: .regression, dimensions: 1,
        draw: { count, noise, random in curve(count, noise: noise, using: &random) },
        sketch: .lines { u, v in abs(v - 0.7 * formula(u * Self.reach)) < 0.12 ? .positive : nil })
    case .class:
      PointRecipe(
        summary: "Class +1 where \(formula.text).", kind: .binary,
        draw: { count, noise, random in classes(count, noise: noise, using: &random) },
        sketch: .areas { u, v in formula(u * Self.reach, v * Self.reach) == 1 ? .positive : .negative })
    }
  }

  /// Points with x evenly drawn from the places of −6…6 where the formula has a value; noise adds an even −1…1, times its
  /// share, to the label.
  private func curve(_ count: Int, noise: Double, using random: inout SeededRandom) -> [LabelledPoint] {
    let mostTries = 1000
    return (0..<count).map { _ in
      var x = random.uniform(-Self.reach, Self.reach)
      var tries = 1
      while !(formula(x).magnitude <= Self.largest) {
        x = tries < mostTries ? random.uniform(-Self.reach, Self.reach) : somewhere
        tries += 1
      }
      return LabelledPoint(x1: x, x2: 0, label: formula(x) + random.uniform(-1, 1) * noise)
    }
  }

  /// Points evenly drawn from −6…6 both ways. Noise shifts where the label is read, not the point.
  private func classes(_ count: Int, noise: Double, using random: inout SeededRandom) -> [LabelledPoint] {
    let reach = Self.reach
    return (0..<count).map { _ in
      let (x1, x2) = (random.uniform(-reach, reach), random.uniform(-reach, reach))
      let (noise1, noise2) = (random.uniform(-reach, reach) * noise, random.uniform(-reach, reach) * noise)
      return LabelledPoint(x1: x1, x2: x2, label: formula(x1 + noise1, x2 + noise2) == 1 ? 1 : -1)
    }
  }
}

extension LabelFormula: CustomStringConvertible {
  /// `curve:sin(2x)+x/3`, as the key `dataset` reads it.
  public var description: String { "\(kind.rawValue):\(formula.text)" }
}

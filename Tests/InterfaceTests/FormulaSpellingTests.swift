import NeuralEngine
import Screen
import Testing

@Suite("Formulas in ASCII") struct FormulaSpellingTests {
  private static let formulas =
    Activation.allCases.map(\.formula) + Loss.allCases.map(\.formula) + Optimizer.allCases.map(\.formula)
    + Regularization.allCases.map(\.formula)

  @Test("are whole", arguments: formulas)
  func whole(formula: String) {
    #expect(!GlyphSet.ascii.spelled(formula).contains("?"))
  }

  @Test("have one caret for all that stands above the line")
  func raised() {
    #expect(GlyphSet.ascii.spelled(Activation.sigmoid.formula) == "1 / (1 + e^-z)")
    #expect(GlyphSet.ascii.spelled(Activation.gelu.formula) == "z Phi(z), Phi = 1/2 (1 + erf(z / sqrt 2))")
  }
}

import Formulas
import Testing

@Suite("Derivatives of formulas")
struct DerivativeTests {
  @Test("run through the graph of (x + y) z at −2, 5, −4 as in Stanford's CS231n: ∂f/∂x = −4, ∂f/∂y = −4, ∂f/∂z = 3")
  func graph() throws {
    let formula = try Formula("(x + y) z")
    let gradient = formula.gradient(at: [-2, 5, -4])
    #expect(formula.nodes.map(\.operands) == [[], [], [0, 1], [], [2, 3]])
    #expect(formula.nodes.indices.map(formula.text) == ["x", "y", "x + y", "z", "(x + y) z"])
    #expect(gradient.values == [-2, 5, 3, -4, -12])
    #expect(gradient.derivatives == [-4, -4, -4, 3, 1])
    #expect(gradient.slopes == [[], [], [1, 1], [], [-4, 3]])
    #expect(gradient.partials == [-4, -4, 3])
  }

  @Test("add up over all that need a variable: x · x + x has 2x + 1")
  func sums() throws {
    #expect(try Formula("x x + x").gradient(at: [3]).partials == [7])
  }

  @Test(
    "agree with central differences",
    arguments: [
      "x + y - 2x", "x y / (x + 2)", "x^3 - y^2", "x^y", "2^x", "-sin(2x) cos(y)", "tan(x) + exp(y)",
      "ln(x) + log(y) + sqrt(x y)", "abs(x - 3) + abs(y)", "tanh(x y) + sigmoid(x - y)", "relu(x - 1) + relu(y - 5)",
      "min(x, y) + max(x, 2y, y^2)", "x²y³", "(x + y)(x - y)/(1 + e^-x)",
    ])
  func differences(text: String) throws {
    let formula = try Formula(text, over: ["x", "y"])
    for (x, y) in [(1.3, 0.7), (0.4, 2.1), (2.2, 1.9)] {
      let h = 1e-6
      let partials = formula.gradient(at: [x, y]).partials
      let byX = (formula(x + h, y) - formula(x - h, y)) / (2 * h)
      let byY = (formula(x, y + h) - formula(x, y - h)) / (2 * h)
      #expect(abs(partials[0] - byX) < 1e-7 * max(1, abs(byX)), "∂/∂x at \(x), \(y)")
      #expect(abs(partials[1] - byY) < 1e-7 * max(1, abs(byY)), "∂/∂y at \(x), \(y)")
    }
  }

  @Test("are numbers at corners and zeros, where they have a meaning")
  func corners() throws {
    let rows: [(String, Double, Double)] = [
      ("x^2", 0, 0), ("x^1", 0, 1), ("x^0", 0, 0), ("abs(x)", 0, 0), ("relu(x)", 0, 0), ("step(x)", 0, 0),
      ("max(x, 0)", 0, 1), ("min(x, 0)", 0, 1), ("0 sqrt(x)", 0, 0), ("5", 1, 0),
    ]
    for (text, x, slope) in rows {
      #expect(try Formula(text, over: ["x"]).gradient(at: [x]).partials == [slope], "\(text)")
    }
  }
}

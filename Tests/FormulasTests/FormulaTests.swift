import Formulas
import Testing

@Suite("Formulas")
struct FormulaTests {
  private static let variables: [Variable] = [Variable("x1", or: "x"), Variable("x2", or: "y")]

  /// Expected by hand, at x = 3, y = −2.
  @Test(
    "have the values of the usual rules",
    arguments: [
      ("2x", 6), ("2x + 1", 7), ("2(x + 1)", 8), ("(x + 1)(y − 1)", -12), ("x1x2", -6), ("x₁·x₂", -6), ("xy", -6),
      ("1/2x", 1.5), ("12/2/3", 2), ("7 - 2 - 3", 2), ("-x^2", -9), ("(-x)^2", 9), ("2^3^2", 512), ("2^-1", 0.5),
      ("x²", 9), ("x₁²y", -18), ("x¹⁰", 59_049), ("2x^2", 18), ("--x", 3), ("+x × 2 ÷ 4", 1.5), ("1e-1x", 0.3),
      (".5x", 1.5), ("1e1", 10), ("x-y", 5), ("2 π / π", 2), ("ln(e)", 1), ("2e/e", 2), ("log(1000)", 3),
      ("sqrt(x^2 + 16)", 5), ("abs(y)", 2), ("relu(y) + relu(x)", 3), ("step(y) + 2step(0)", 2), ("min(x, y)", -2),
      ("max(x, y, 7, 1)", 7), ("sigmoid(0)", 0.5), ("σ(y - y)", 0.5),
      ("exp(0) + cos(0) + sin(0) + tan(0) + tanh(0)", 2),
      ("x sin(0) + xcos(0)", 3), ("  x\t+\n1 ", 4),
    ] as [(String, Double)])
  func values(text: String, value: Double) throws {
    let formula = try Formula(text, over: Self.variables)
    #expect(abs(formula(3, -2) - value) < 1e-12, "\(text) is \(formula(3, -2))")
  }

  /// At x = 3, y = −2.
  @Test(
    "tell what is true",
    arguments: [
      ("x1^2 + x2^2 < 9", false), ("x1^2+x2^2<14", true), ("x >= 3", true), ("x ≤ 3", true), ("x != 3", false),
      ("x = 3", true), ("x == 3 and y > 0", false), ("x == 3 or y > 0 and y > 1", true), ("not y > 0", true),
      ("not (x > 0 or y > 0)", false), ("-3 < y < 0 < x", true), ("-3 < y < -2", false), ("x > y", true),
      ("x ≠ y", true),
    ])
  func conditions(text: String, isTrue: Bool) throws {
    #expect(try Formula(text, over: Self.variables, as: .condition)(3, -2) == (isTrue ? 1 : 0))
  }

  @Test("say the column, the cause and the remedy of a mistake")
  func mistakes() {
    let rows: [(text: String, column: Int, sentence: String)] = [
      ("", 1, "the formula is empty: write one, such as sin(2x) + x/3"),
      ("sin(2x", 7, "column 7 of \"sin(2x\": the bracket of column 4 is not closed: write ) where it ends"),
      ("(x + 1))", 8, "column 8 of \"(x + 1))\": this bracket closes none: leave it out, or write ( where it begins"),
      (
        "2 + * x", 5,
        "column 5 of \"2 + * x\": something is missing here: write a number, a name or a bracket"
      ),
      (
        "x 2", 3,
        "column 3 of \"x 2\": nothing joins this to what stands before it: write +, −, *, / or ^ between them"
      ),
      ("sin x", 5, "column 5 of \"sin x\": sin is not followed by a bracket: write sin(x)"),
      ("min(x)", 1, "column 1 of \"min(x)\": min takes two numbers or more, not 1: write min(x, 0)"),
      ("cos(x, y)", 1, "column 1 of \"cos(x, y)\": cos takes one number, not 2: write cos(x)"),
      (
        "x + x3", 5,
        "column 5 of \"x + x3\": there is no \"x3\": there are x1, x2, sin, cos, tan, exp, ln, log, sqrt, "
          + "abs, tanh, sigmoid, relu, step, min, max, pi and e"
      ),
      (
        "sinn(x)", 1,
        "column 1 of \"sinn(x)\": there is no \"sinn\": did you mean sin? There are x1, x2, sin, cos, tan, exp, ln, log, sqrt, "
          + "abs, tanh, sigmoid, relu, step, min, max, pi and e"
      ),
      (
        "x $ 2", 3,
        "column 3 of \"x $ 2\": \"$\" means nothing in a formula: leave it out, or write * for a product and ^ for a power"
      ),
      (
        "x\u{1B}", 2,
        #"column 2 of "x\u{1b}": "\u{1b}" means nothing in a formula: leave it out, or write * for a product and ^ for a power"#
      ),
      (".", 1, "column 1 of \".\": a point needs figures: write 0.5"),
      ("2e999x", 1, "column 1 of \"2e999x\": the number is larger than a number can be: write one below 1.8e308"),
      (
        "(x < 1) + 2", 1,
        "column 1 of \"(x < 1) + 2\": this is true or false, and + needs a number: join comparisons with and or or"
      ),
      (
        "x and y > 1", 1,
        "column 1 of \"x and y > 1\": this is a number, and and needs what is true or false: compare it with something, "
          + "as in x > 0"
      ),
      (
        "x < 1", 1, "column 1 of \"x < 1\": this is true or false, and a number is asked for: leave the comparison out"
      ),
    ]
    for row in rows {
      #expect(throws: FormulaError.self, "\(row.text)") { try Formula(row.text, over: Self.variables) }
      do {
        _ = try Formula(row.text, over: Self.variables)
      } catch {
        #expect(error.column == row.column)
        #expect("\(error)" == row.sentence)
      }
    }
    #expect(throws: FormulaError.self) { try Formula("x + y", over: Self.variables, as: .condition) }
  }

  @Test("show where a mistake is")
  func mark() throws {
    func marked(_ text: String) -> String {
      do throws(FormulaError) {
        _ = try Formula(text)
        return ""
      } catch {
        return error.marked
      }
    }
    #expect(marked("sin(2x") == "sin(2x\n      ^")
    #expect(marked("x +\t$") == "x + $\n    ^")
    let long = String(repeating: "x + ", count: 20) + "$" + String(repeating: " + x", count: 20)
    let lines = marked(long).split(separator: "\n")
    #expect(lines[0].count <= 80)
    #expect(lines[0].dropFirst(lines[1].count - 1).first == "$")
  }

  @Test("are bounded in length and in depth, and neither traps")
  func bounds() {
    let rows = [
      ("(", "x", ")"), ("-", "x", ""), ("2^", "x", ""), ("sin(", "x", ")"), ("not ", "x > 0", ""), ("x + ", "x", ""),
    ]
    for (before, middle, after) in rows {
      let most = Formula.greatestDepth
      func nested(_ depth: Int) -> String {
        String(repeating: before, count: depth) + middle + String(repeating: after, count: depth)
      }
      #expect(throws: Never.self, "\(before)") { try Formula(nested(most)) }
      if before != "x + " { #expect(throws: FormulaError.self, "\(before)") { try Formula(nested(most + 1)) } }
      #expect(throws: FormulaError.self) { try Formula(nested(100_000)) }
    }
  }

  @Test("take letters for variables where none are named, each once")
  func openNames() throws {
    let formula = try Formula("(x + y) z + x w1")
    #expect(formula.variables == ["x", "y", "z", "w1"])
    #expect(formula(1, 2, 3, 4) == 13)
    #expect(formula.nodes.count == 4 + 4)
  }
}

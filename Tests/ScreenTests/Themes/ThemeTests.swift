import Foundation
import Screen
import Testing

/// The numbers are those of the design's table of roles, ramps and lines.
@Suite("A theme")
struct ThemeTests {
  @Test(
    "has the colours of the design",
    arguments: [
      (Role.ground, 233, 231), (.band, 235, 255), (.surface, 235, 255), (.strong, 255, 232), (.text, 250, 238),
      (.dim, 244, 243), (.rule, 238, 246), (.faint, 236, 254), (.accent, 115, 29), (.alarm, 204, 161),
      (.negative, 214, 166), (.positive, 75, 26), (.negativePoint, 222, 88), (.positivePoint, 117, 18),
    ] as [(Role, UInt8, UInt8)])
  func roles(role: Role, dark: UInt8, light: UInt8) {
    #expect(Theme(.dark).color(role) == .indexed(dark))
    #expect(Theme(.light).color(role) == .indexed(light))
  }

  /// The contrast of a colour on white, as WCAG 2.1 counts it: 1.05 over its relative luminance and 0.05.
  private func contrastOnWhite(_ color: Color) throws -> Double {
    let (red, green, blue) = try #require(color.components)
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 1.05 / (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05)
  }

  @Test(
    "has no line paler than 3 : 1 on the ground of the light theme, for a projector",
    arguments: [ColorDepth.palette, .full])
  func lightLines(depth: ColorDepth) throws {
    let theme = Theme(.light, depth: depth)
    #expect(theme.ground.components?.red == 255)
    for weight in stride(from: -4, through: 4, by: 0.05) {
      for crowded in [false, true] {
        #expect(try contrastOnWhite(theme.lineColor(weight: weight, crowded: crowded)) >= 3)
      }
    }
    // Lines of other units while one is current, curves, rules, and what is current.
    for role in [Role.rule, .text, .strong, .dim, .accent, .alarm, .negative, .positive] {
      #expect(try contrastOnWhite(theme.color(role)) >= 3)
    }
  }

  @Test(
    "has sixteen colours where the terminal has no more",
    arguments: [
      (Role.strong, 15), (.text, 7), (.dim, 7), (.rule, 8), (.accent, 10), (.alarm, 9), (.negative, 11),
      (.positive, 12),
    ] as [(Role, UInt8)])
  func sixteen(role: Role, entry: UInt8) {
    #expect(Theme(.dark, depth: .sixteen).style(role) == Style(.indexed(entry)))
  }

  @Test(
    "replaces bright colours by bold where there are eight",
    arguments: [
      (Role.accent, Style(.indexed(2), .bold)), (.strong, Style(.indexed(7), .bold)), (.text, Style(.indexed(7))),
      (.rule, Style(.terminal, .dim)),
    ])
  func eight(role: Role, style: Style) {
    #expect(Theme(.dark, depth: .eight).style(role) == style)
  }

  @Test(
    "tells roles apart by bold and dim where there is no colour",
    arguments: [
      (Role.strong, .bold), (.text, []), (.dim, .dim), (.rule, .dim), (.accent, .bold), (.alarm, .bold),
    ] as [(Role, Attributes)])
  func monochrome(role: Role, attributes: Attributes) {
    #expect(Theme(.monochrome, depth: .full).style(role) == Style(.terminal, attributes))
    #expect(Theme(.dark, depth: .none).style(role) == Style(.terminal, attributes))
  }

  @Test("uses no colour beyond its depth", arguments: Theme.Name.allCases, ColorDepth.allCases)
  func depths(name: Theme.Name, depth: ColorDepth) {
    let theme = Theme(name, depth: depth)
    var frame = Frame(Size(12, 10), theme: theme)
    for (place, role) in Role.allCases.enumerated() { frame.put("x", x: place % 12, y: place / 12, role) }
    for (place, tone) in Tone.allCases.enumerated() {
      frame.paint(Picture(width: 12, height: 2) { x, _ in Float(x) / 6 - 1 }, x: 0, halfRow: 2 * (place + 2), tone)
    }
    for cell in frame.cells {
      for color in [cell.foreground, cell.background] {
        switch (theme.depth, color) {
        case (_, .terminal), (.palette, .indexed), (.full, .rgb): break
        case (.eight, .indexed(let entry)): #expect(entry < 8)
        case (.sixteen, .indexed(let entry)): #expect(entry < 16)
        default: Issue.record("\(color) in \(theme.depth)")
        }
      }
    }
  }

  @Test("leaves the ground to the terminal if asked")
  func ground() {
    #expect(Theme(.light, paintsGround: false).ground == .terminal)
    #expect(Theme(.light).ground == .indexed(231))
    #expect(Theme(.light, depth: .sixteen).ground == .terminal)
  }

  /// The 25 steps of −1 … +1, read off a map of 25 pixels.
  @Test(
    "paints maps in its ramp",
    arguments: [
      (
        Theme.Name.dark,
        [
          130, 130, 130, 130, 130, 94, 94, 94, 240, 239, 238, 237, 236, 237, 238, 239, 240, 24, 24, 24, 25, 25, 25, 25,
          25,
        ]
      ),
      (
        .light,
        [
          215, 215, 215, 215, 215, 222, 222, 223, 223, 230, 230, 255, 255, 255, 195, 195, 153, 153, 117, 117, 75, 75,
          75,
          75, 75,
        ]
      ),
    ] as [(Theme.Name, [UInt8])])
  func ramps(name: Theme.Name, entries: [UInt8]) {
    var frame = Frame(Size(25, 1), theme: Theme(name))
    frame.paint(Picture(width: 25, height: 2) { x, _ in Float(x) / 12 - 1 }, x: 0, halfRow: 0)
    #expect(frame.cells.map(\.background) == entries.map { .indexed($0) })
  }

  /// OKLab figures from an independent implementation in NumPy of the same definition.
  @Test(
    "mixes its ramp in OKLab where there are 24 bits",
    arguments: [
      (-1, .rgb(196, 112, 28)), (-0.5, .rgb(122, 78, 43)), (0, .rgb(46, 47, 50)), (0.25, .rgb(42, 64, 88)),
      (1, .rgb(30, 112, 190)),
    ] as [(Float, Color)])
  func smoothRamp(value: Float, color: Color) {
    var frame = Frame(Size(1, 1), theme: Theme(.dark, depth: .full))
    frame.paint(Picture(width: 1, height: 2, values: [value, value]), x: 0, halfRow: 0)
    #expect(frame[0, 0].background == color)
  }

  @Test(
    "colours lines by |w|/2 in fifths",
    arguments: [
      (0.1, 24), (0.39, 24), (0.41, 25), (1.0, 32), (1.3, 33), (1.7, 75), (9, 75), (-0.2, 94), (-0.9, 172), (-2, 214),
    ] as [(Double, UInt8)])
  func lineColors(weight: Double, entry: UInt8) {
    #expect(Theme(.dark).lineColor(weight: weight) == .indexed(entry))
  }

  @Test(
    "draws one dot to 0.4, two to 1.3, three above, and no line without a weight",
    arguments: [
      (0, .none), (0.01, .thin), (0.39, .thin), (0.41, .medium), (1.29, .medium), (1.31, .thick),
      (50, .thick), (.nan, .none), (-1.31, .thick),
    ] as [(Double, LineLook.Pen)])
  func lineLooks(weight: Double, pen: LineLook.Pen) {
    #expect(LineLook(weight: weight).pen == pen)
  }

  @Test(
    "draws nothing below 0.45 and at most two dots where lines crowd",
    arguments: [
      (0.44, .none), (0.46, .thin), (1.59, .thin), (1.61, .medium), (50, .medium),
    ] as [(Double, LineLook.Pen)])
  func crowdedLines(weight: Double, pen: LineLook.Pen) {
    #expect(LineLook(weight: weight, crowded: true).pen == pen)
  }
}

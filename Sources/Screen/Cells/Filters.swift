/// Changes to a finished frame as a whole.
extension Frame {
  /// Lets what is drawn so far recede behind an overlay: everything goes to the darkest greys, the ground stays.
  public mutating func veil() {
    guard theme.depth.hasRamps, let darkest = theme.veil.first else {
      return changeCells(in: bounds) { $0.attributes = $0.attributes.subtracting([.bold, .reverse]).union(.dim) }
    }
    let ground = theme.ground
    let shades = theme.veil
    var known: [Color: Color] = [.terminal: darkest]
    func veiled(_ color: Color) -> Color {
      if let shade = known[color] { return shade }
      let lightness = OKLab(color)?.l ?? 0
      let shade = shades[min(shades.count - 1, max(0, Int((lightness * Double(shades.count - 1)).rounded())))]
      known[color] = shade
      return shade
    }
    changeCells(in: bounds) { cell in
      cell.foreground = cell.foreground == .terminal ? .terminal : veiled(cell.foreground)
      if cell.background != ground { cell.background = veiled(cell.background) }
    }
  }
}

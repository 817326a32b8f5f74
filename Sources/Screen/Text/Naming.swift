extension Frame {
  /// The heading of a panel, in capitals; returns the column after it. A current panel's heading is in the accent.
  @discardableResult
  public mutating func heading(_ text: String, x: Int, y: Int, isCurrent: Bool = false) -> Int {
    put(text, x: x, y: y, isCurrent ? .accent : .dim, .bold)
  }

  /// A name whose key is underlined: the screen teaches its keys. Returns the column after it.
  ///
  /// The first place of `key` in the name is marked; without one, the name is written plainly.
  @discardableResult
  public mutating func keyed(
    _ name: String, key: Character?, x: Int, y: Int, _ role: Role = .dim
  ) -> Int {
    guard let key, let place = name.firstIndex(of: key) else { return put(name, x: x, y: y, role) }
    let after = name.index(after: place)
    let keyRole: Role = role == .dim ? .text : role
    return put(
      [Span(String(name[..<place]), role), Span(String(key), keyRole, .underline), Span(String(name[after...]), role)],
      x: x, y: y)
  }
}

/// How large something is, in cells.
public struct Size: Hashable, Sendable {
  /// Columns.
  public var width: Int
  /// Rows.
  public var height: Int

  /// A size; negative measures become 0, so that a window squeezed by a layout is empty rather than inside out.
  public init(_ width: Int, _ height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// Whether there is no cell in it.
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// Whether a thing of this size has room for one of `other`.
  public func holds(_ other: Size) -> Bool { width >= other.width && height >= other.height }
}

extension Size: CustomStringConvertible {
  /// The size as people write it: `120×40`.
  public var description: String { "\(width)×\(height)" }
}

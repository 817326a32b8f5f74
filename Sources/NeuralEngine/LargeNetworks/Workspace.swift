/// Memory for floats, taken once and given back all together.
///
/// Every piece starts on a cache line, where vectors of every width load fastest.
public final class Workspace {
  private static let alignment = 64
  private var pieces: [UnsafeMutableRawPointer] = []

  /// Memory to be taken piece by piece.
  public init() {}

  deinit { for piece in pieces { piece.deallocate() } }

  /// A piece of memory for `count` values, each of them `value`, that lives as long as the workspace.
  ///
  /// The elements are plain: nothing is done to them when the memory goes.
  public func take<Element>(_ count: Int, of value: Element) -> UnsafeMutablePointer<Element> {
    let bytes = max(1, count) * MemoryLayout<Element>.stride
    let piece = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: Self.alignment)
    pieces.append(piece)
    return piece.initializeMemory(as: Element.self, repeating: value, count: count)
  }

  /// A matrix of zeros: [rows × stride].
  public func matrix(rows: Int, stride: Int) -> UnsafeMutablePointer<Float> { take(rows * stride, of: 0) }

  /// A value that stays at one address.
  public func keep<Element: BitwiseCopyable>(_ value: Element) -> UnsafePointer<Element> {
    UnsafePointer(take(1, of: value))
  }
}

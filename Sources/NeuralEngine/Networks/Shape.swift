/// The shape of one sample on its way through a network: so many pictures of rows and columns.
///
/// A row of a table, and what a dense layer puts out, is a shape of one row and one column. Flattened, the numbers stand
/// channel after channel, row after row: [channels][rows][columns], as PyTorch has it.
public struct Shape: Hashable, Codable, Sendable, BitwiseCopyable {
  /// Pictures of one sample: colours of an input, maps of a layer, or units.
  public let channels: Int
  /// The height of each.
  public let rows: Int
  /// The width of each.
  public let columns: Int

  /// Pictures, or single numbers where rows and columns are left out.
  public init(channels: Int, rows: Int = 1, columns: Int = 1) {
    self.channels = channels
    self.rows = rows
    self.columns = columns
  }

  /// How many numbers there are.
  public var count: Int { channels * rows * columns }

  /// Whether it has rows or columns.
  public var isPicture: Bool { rows * columns > 1 }
}

extension Shape: CustomStringConvertible {
  /// `28×28×16`, rows, columns and channels; a row of numbers by how many they are.
  public var description: String { rows * columns == 1 ? "\(channels) numbers" : "\(rows)×\(columns)×\(channels)" }
}

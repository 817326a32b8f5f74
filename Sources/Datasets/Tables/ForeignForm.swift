/// What a file turns out to be that is no table in text, told by how it begins.
public enum ForeignForm: String, CaseIterable, Sendable {
  /// A zip archive, which .xlsx and .ods are too.
  case archive
  /// Packed otherwise than by gzip.
  case packed
  /// Packed by gzip twice.
  case packedTwice
  /// A web page.
  case page
  /// JSON.
  case json
  /// Weka's format.
  case arff
  /// LIBSVM's sparse lines: `1 3:0.5 7:1`.
  case sparse
  /// Apache Parquet.
  case parquet
  /// Bytes that are no text.
  case binary

  /// The form of a file that begins so; nil for what may be a table.
  init?(beginning: Slice<UnsafeMutableRawBufferPointer>) {
    let text = String(decoding: beginning.prefix(64), as: UTF8.self).lowercased().drop { $0.isWhitespace }
    let bytes = Array(beginning.prefix(4))
    if bytes.starts(with: [0x50, 0x4b, 3, 4]) {
      self = .archive
    } else if bytes.starts(with: Array("BZh".utf8)) || bytes == [0xfd, 0x37, 0x7a, 0x58]
      || bytes == [0x28, 0xb5, 0x2f, 0xfd]
    {
      self = .packed
    } else if bytes.starts(with: [0x1f, 0x8b]) {
      self = .packedTwice
    } else if bytes == Array("PAR1".utf8) {
      self = .parquet
    } else if text.hasPrefix("<!doctype") || text.hasPrefix("<html") {
      self = .page
    } else if text.hasPrefix("{\"") || text.hasPrefix("[{") || text.hasPrefix("[[") {
      self = .json
    } else if text.hasPrefix("@relation") || text.hasPrefix("% ") && text.contains("@relation") {
      self = .arff
    } else if Self.isSparse(text.prefix { !$0.isNewline }) {
      self = .sparse
    } else if beginning.contains(0) {
      self = .binary
    } else {
      return nil
    }
  }

  /// Whether a line is a label and pairs such as 3:0.5.
  private static func isSparse(_ line: Substring) -> Bool {
    let parts = line.split(separator: " ")
    guard let label = parts.first, Double(label) != nil, parts.count > 2 else { return false }
    return parts.dropFirst().dropLast().allSatisfy { pair in
      let halves = pair.split(separator: ":", omittingEmptySubsequences: false)
      return halves.count == 2 && Int(halves[0]) != nil && Double(halves[1]) != nil
    }
  }

  /// What it is and what to do, as the end of a sentence.
  var sentence: String {
    switch self {
    case .archive: "this is a zip archive or a spreadsheet; save the sheet as CSV, or unpack the archive"
    case .packed: "this is packed with bzip2, xz or zstd; unpack it, or pack it with gzip"
    case .packedTwice: "this is packed with gzip twice; unpack it once"
    case .page: "this is a web page, not the table that it shows; fetch the raw file"
    case .json: "this is JSON; save the table as CSV, a line for each sample"
    case .arff: "this is ARFF; take the lines below @data and save them as CSV"
    case .sparse: "this is LIBSVM's sparse form; save the table as CSV, every value in a column of its own"
    case .parquet: "this is a Parquet file; save the table as CSV"
    case .binary: "this is no text; save the table as CSV, UTF-8"
    }
  }
}

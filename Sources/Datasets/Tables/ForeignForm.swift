/// What a file turns out to be that is no table in text, told by how it begins.
public enum ForeignForm: String, CaseIterable, Sendable {
  /// A zip archive, which .xlsx and .ods are too.
  case archive
  /// Packed otherwise than by gzip.
  case packed
  /// A web page.
  case page
  /// JSON.
  case json
  /// Weka's format.
  case arff
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
    } else if bytes == Array("PAR1".utf8) {
      self = .parquet
    } else if text.hasPrefix("<!doctype") || text.hasPrefix("<html") {
      self = .page
    } else if text.hasPrefix("{\"") || text.hasPrefix("[{") || text.hasPrefix("[[") {
      self = .json
    } else if text.hasPrefix("@relation") || text.hasPrefix("% ") && text.contains("@relation") {
      self = .arff
    } else if beginning.contains(0) {
      self = .binary
    } else {
      return nil
    }
  }

  /// What it is and what to do, as the end of a sentence.
  var sentence: String {
    switch self {
    case .archive: "this is a zip archive or a spreadsheet; save the sheet as CSV, or unpack the archive"
    case .packed: "this is packed with bzip2, xz or zstd; unpack it, or pack it with gzip"
    case .page: "this is a web page, not the table that it shows; fetch the raw file"
    case .json: "this is JSON; save the table as CSV, a line for each sample"
    case .arff: "this is ARFF; take the lines below @data and save them as CSV"
    case .parquet: "this is a Parquet file; save the table as CSV"
    case .binary: "this is no text; save the table as CSV, UTF-8"
    }
  }
}

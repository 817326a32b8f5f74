extension Table {
  /// The rows as pictures; nil for a table of numbers that lie nowhere, or whose rows are to be taken as they stand.
  ///
  /// The largest value decides what full brightness is: 1, 16 (as scanners of four bits have it) or 255.
  /// - Throws: `DatasetError.table` for what is darker than nothing or brighter than a byte, or stands for no class.
  public func pictures(from source: TableSource) throws(DatasetError) -> ImageSet? {
    guard source.holdsPictures, let picture, case .classes(let labels, let names) = targets else { return nil }
    var (least, most): (Float, Float) = (0, 0)
    for value in features where !value.isNaN { (least, most) = (min(least, value), max(most, value)) }
    guard least >= 0, most <= 255 else {
      throw .table(.init(file: source.path), .brightness(Double(least < 0 ? least : most)))
    }
    let full = [1, 16].first { most <= $0 } ?? 255
    let factor = 255 / full
    let pixels = features.map { $0.isNaN ? 0 : UInt8($0 * factor + 0.5) }
    return ImageSet(
      width: picture.columns, height: picture.rows, channels: picture.channels, pixels: pixels, labels: labels,
      classNames: names)
  }
}

extension PointSet {
  /// The points as CSV with a header, training points first: x1, x2, label, or x1, label for a curve.
  ///
  /// Numbers are written with as many digits as it takes to read the same `Double` back.
  public var csv: String {
    var text = dimensions == 1 ? "x1,label\n" : "x1,x2,label\n"
    for point in points {
      let label = kind == .regression ? nil : Int(exactly: point.label)
      let place = dimensions == 1 ? "\(point.x1)" : "\(point.x1),\(point.x2)"
      text += "\(place),\(label.map(String.init) ?? "\(point.label)")\n"
    }
    return text
  }

  /// Writes the points as CSV.
  ///
  /// - Throws: `DatasetError.cannotWrite`.
  public func writeCSV(to path: String) throws(DatasetError) {
    try writeFile(Array(csv.utf8), to: path)
  }
}

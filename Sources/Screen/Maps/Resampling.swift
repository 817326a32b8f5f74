import Words

extension Picture {
  /// The picture at another size: every new pixel is the mean of the area it covers (a box filter).
  public func resampled(width newWidth: Int, height newHeight: Int) -> Picture {
    if newWidth == width, newHeight == height { return self }
    guard width > 0, height > 0, newWidth > 0, newHeight > 0 else {
      return Picture(width: newWidth, height: newHeight, values: [])
    }
    let (columns, rows) = (AreaShares(from: width, to: newWidth), AreaShares(from: height, to: newHeight))
    return Picture(width: newWidth, height: newHeight) { x, y in
      var sum: Float = 0
      for (row, down) in rows.shares[y].enumerated() {
        for (column, across) in columns.shares[x].enumerated() {
          sum += down * across * self[columns.firsts[x] + column, rows.firsts[y] + row]
        }
      }
      return sum
    }
  }

  /// The values divided by the magnitude that `share` of them stay below, and cut to −1 … +1.
  ///
  /// Weights of a first layer are shown so, with 0.94: a few large ones must not leave the others grey.
  public func scaled(toPercentile share: Double = 0.94) -> Picture {
    let magnitudes = values.map(abs).filter(\.isFinite).sorted()
    guard let largest = magnitudes.last, largest > 0 else { return self }
    let place = Int((Double(magnitudes.count - 1) * min(1, max(0, share))).rounded())
    let scale = magnitudes[place] > 0 ? magnitudes[place] : largest
    return Picture(width: width, height: height, values: values.map { min(1, max(-1, $0 / scale)) })
  }

  /// The picture as it looks when the network may only say yes or no: −1 below 0, +1 from 0 on.
  public func discretized() -> Picture {
    Picture(width: width, height: height, values: values.map { $0.isNaN ? .nan : $0 >= 0 ? 1 : -1 })
  }
}

import Screen

/// How the maps of a layer stand in their column: tiles in rows, their kernels beside them where all find room.
struct MapTiles: Equatable {
  /// The tiles of the maps that are shown, by the map.
  let tiles: [(map: Int, rect: Rect)]
  /// Columns of the kernel right of each map; 0 for none.
  let kernelColumns: Int

  /// The widths that a map may have, and the least with which a kernel beside it is worth its columns.
  private static let widths = [56, 42, 28, 20, 16, 14, 12, 10, 8, 6]
  private static let leastBesideKernel = 8

  /// Tiles for so many maps.
  ///
  /// - Parameters:
  ///   - columns: of a map: wider than it is it shows no more.
  ///   - kernel: rows and columns of a kernel; nil where there are none.
  ///   - current: the map that must be seen.
  ///   - least: the least width at which maps make room for each other; below it they come by pages.
  init(maps: Int, columns: Int, kernel: Int?, in rect: Rect, current: Int, least: Int = 6) {
    let most = max(least, columns + columns % 2)
    let widths = Self.widths.filter { (least...most).contains($0) && $0 <= rect.width && $0 / 2 <= rect.height }
    func count(_ width: Int, _ beside: Int) -> (across: Int, down: Int) {
      let pitch = width + (beside > 0 ? beside + 1 : 0) + 2
      return (max(1, (rect.width + 2) / pitch), max(1, (rect.height + 1) / (width / 2 + 1)))
    }
    func holdsAll(_ width: Int, _ beside: Int) -> Bool {
      let (across, down) = count(width, beside)
      return across * down >= maps && width + (beside > 0 ? beside + 1 : 0) <= rect.width
    }
    let withKernels = kernel.flatMap { side in
      widths.first { $0 >= min(most, Self.leastBesideKernel) && holdsAll($0, side) }
    }
    let width = withKernels ?? widths.first { holdsAll($0, 0) } ?? widths.last ?? least
    let beside = withKernels == nil ? 0 : kernel ?? 0
    let (across, down) = count(width, beside)
    // Maps that have no room come by whole rows.
    let firstRow = max(0, current / across - (down - 1))
    let shown = firstRow * across..<min(maps, (firstRow + down) * across)
    kernelColumns = beside
    tiles = shown.enumerated().map { place, map in
      let pitch = width + (beside > 0 ? beside + 1 : 0) + 2
      let corner = rect.origin.moved(place % across * pitch, place / across * (width / 2 + 1))
      return (map, Rect(x: corner.x, y: corner.y, width: width, height: width / 2))
    }
  }

  static func == (one: MapTiles, other: MapTiles) -> Bool {
    one.kernelColumns == other.kernelColumns && one.tiles.elementsEqual(other.tiles) { $0 == $1 }
  }
}

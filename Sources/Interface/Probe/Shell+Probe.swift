import Playground
import Screen

/// Choosing what is looked at closely.
extension Shell {
  /// A click on the map, or Enter with the cross on it: the sample that lies there, else the place.
  mutating func probe(at cell: Point, in rect: Rect) {
    guard let material = snapshot?.material, rect.contains(cell), divergence == nil else { return }
    let (x1, x2) = planeMap(rect).point(at: cell)
    let place = Probe.place(x1: x1, x2: material.kind == .curve1D ? 0 : x2)
    probe = shownSample(at: cell, in: rect).map(Probe.sample) ?? place
    attention.focus = .output
  }

  /// The sample that is seen at a cell of the map; nil where none is.
  func shownSample(at cell: Point, in rect: Rect) -> Int? {
    guard let points = snapshot?.material.points else { return nil }
    let picture = outputPicture()
    let shown = showsTestData ? points.points[...] : points.train
    return shown.indices.first { picture.cell(of: shown[$0], in: rect) == cell }
  }

  /// The next sample, of those that are seen.
  mutating func probeNext() -> [Effect] {
    guard let material = snapshot?.material, !showsImages else {
      return refuse("One sample is looked at closely on points and tables; pictures have the pad: p.")
    }
    guard divergence == nil else { return refuse("The network broke down: Enter goes back to where all was well.") }
    let count = showsTestData ? material.sampleCount : material.train.count
    guard count > 0 else { return refuse("There is no sample to look at.") }
    if case .sample(let index)? = probe { probe = .sample((index + 1) % count) } else { probe = .sample(0) }
    attention.focus(on: regions.rect(of: .output) == nil ? attention.focus : .output)
    readCell = nil
    return []
  }

  /// Other data have other samples: what was probed of those before is let go.
  mutating func followProbe(_ arrived: Snapshot) {
    guard let former = snapshot?.material,
      former.train.count != arrived.material.train.count
        || former.resolved.dataset != arrived.resolved.dataset
    else { return }
    probe = nil
  }
}

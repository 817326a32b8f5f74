/// Which plane through parameter space is to be measured, and how much of it.
public struct SurfaceRequest: Hashable, Sendable {
  /// The directions across and up.
  public var plane: SurfacePlane
  /// How much is shown: 1 is the usual, 2 reaches half as far.
  public var zoom: Double

  /// A request; by default for the usual part.
  public init(_ plane: SurfacePlane, zoom: Double = 1) {
    self.plane = plane
    self.zoom = zoom
  }
}

/// A plane through parameter space, by its directions across and up.
public enum SurfacePlane: Hashable, Sendable {
  /// Two parameters, by their places in `Network.parameters`; the coordinates are their values.
  case parameters(Int, Int)
  /// Two random directions from a seed of their own, scaled unit by unit to the length of its weights (Li and others 2018,
  /// arXiv:1712.09913); 1 changes each unit's weights by as much as they are.
  case random(seed: Int)
  /// The first two principal directions of the path so far; the coordinates are distances.
  case principal
}

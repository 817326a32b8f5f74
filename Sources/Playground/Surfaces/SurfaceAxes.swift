import NeuralEngine

/// Two directions through parameter space, and the place where both coordinates are 0: θ = origin + a·u + b·v.
public struct SurfaceAxes: Equatable, Sendable {
  /// The place (0, 0).
  public let origin: [Float]
  /// The direction across.
  public let u: [Float]
  /// The direction up.
  public let v: [Float]
  /// Of the path's spread as much as lies in the plane, 0 … 1; nil where the directions have nothing to do with it.
  public let share: Double?

  init(origin: [Float], u: [Float], v: [Float], share: Double? = nil) {
    (self.origin, self.u, self.v, self.share) = (origin, u, v, share)
  }

  /// The coordinates of the place in the plane that is nearest to parameters: least squares, as u and v need not be at
  /// right angles.
  public func coordinates(of parameters: [Float]) -> SurfacePoint {
    var (uu, uv, vv, du, dv) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for index in origin.indices {
      let (x, y) = (Double(u[index]), Double(v[index]))
      guard x != 0 || y != 0 else { continue }
      let d = Double(parameters[index]) - Double(origin[index])
      uu += x * x
      uv += x * y
      vv += y * y
      du += d * x
      dv += d * y
    }
    let determinant = uu * vv - uv * uv
    guard determinant > 1e-12 * uu * vv else { return SurfacePoint(uu > 0 ? du / uu : 0, 0) }
    return SurfacePoint((du * vv - dv * uv) / determinant, (dv * uu - du * uv) / determinant)
  }

  /// The parameters as far from some as the coordinates a and b say: θ + a·u + b·v.
  func parameters(_ a: Double, _ b: Double, from parameters: [Float]) -> [Float] {
    var moved = parameters
    move(&moved, a, b, from: parameters)
    return moved
  }

  /// The same, written over an array of their length.
  func move(_ moved: inout [Float], _ a: Double, _ b: Double, from parameters: [Float]) {
    let (a, b) = (Float(a), Float(b))
    for index in moved.indices { moved[index] = parameters[index] + a * u[index] + b * v[index] }
  }
}

/// A place in a plane through parameter space.
public struct SurfacePoint: Equatable, Sendable {
  /// Across.
  public var a: Double
  /// Up.
  public var b: Double

  /// The place (a, b).
  public init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
  }
}

extension SurfaceAxes {
  /// The directions of a plane at a network.
  ///
  /// - Parameter path: where the run went, for the principal directions of it; without a path, random ones.
  init(_ plane: SurfacePlane, at network: Network, path: [[Float]]) {
    switch plane {
    case .parameters(let across, let up):
      var origin = network.parameters
      let none = [Float](repeating: 0, count: origin.count)
      var (u, v) = (none, none)
      if origin.indices.contains(across) { (origin[across], u[across]) = (0, 1) }
      if origin.indices.contains(up) { (origin[up], v[up]) = (0, 1) }
      self.init(origin: origin, u: u, v: v)
    case .random(let seed):
      var random = SeededRandom(seed: "surface \(seed)")
      let u = network.filterNormalizedDirection(using: &random)
      self.init(origin: network.parameters, u: u, v: network.filterNormalizedDirection(using: &random))
    case .principal:
      // What is not trained, such as running statistics, has no part in the directions.
      let trained = network.layout.parts.filter(\.isTrained).flatMap(\.places)
      guard let directions = PrincipalDirections(of: path.map { place in trained.map { place[$0] } }) else {
        self.init(.random(seed: 0), at: network, path: [])
        return
      }
      func spread(_ direction: [Float]) -> [Float] {
        var whole = [Float](repeating: 0, count: network.layout.count)
        for (place, value) in zip(trained, direction) { whole[place] = value }
        return whole
      }
      self.init(
        origin: path[path.count - 1], u: spread(directions.first), v: spread(directions.second),
        share: directions.share)
    }
  }

  /// The same with directions turned round where that keeps them nearer to those of before: what is principal has no
  /// sign of its own, and a picture should not turn over.
  func facing(like former: SurfaceAxes) -> SurfaceAxes {
    func turned(_ direction: [Float], _ before: [Float]) -> [Float] {
      zip(direction, before).reduce(Float(0)) { $0 + $1.0 * $1.1 } < 0 ? direction.map { -$0 } : direction
    }
    return SurfaceAxes(origin: origin, u: turned(u, former.u), v: turned(v, former.v), share: share)
  }
}

import NeuralEngine

extension Run {
  /// What it takes to measure the loss on a plane through the run's parameters.
  ///
  /// - Parameter former: the surface before this one; its directions and its window hold where they can.
  public func survey(_ request: SurfaceRequest, after former: LossSurface? = nil) -> LossSurvey {
    record.path.keep()
    return LossSurvey(
      request, of: network, on: material.train, loss: resolved.loss, smoothing: resolved.labelSmoothing, unit: unit,
      path: record.path, after: former)
  }
}

/// The loss around one run's parameters, measured again and again while the run goes on.
struct Surfaces {
  /// The last that was measured, or as much of it as is.
  var newest: LossSurface?
  /// What the last survey was of.
  private var last: Moment?

  /// What a survey is of: as long as nothing of it changes, all is known.
  private struct Moment: Equatable {
    var request: SurfaceRequest
    /// The number of the last order obeyed.
    var generation: Int
    var epoch: Int
    var position: Int
  }

  /// What is to be measured now; nil where all is known.
  ///
  /// - Parameter isBusy: whether something is being measured: then only what makes that worthless takes its place.
  mutating func nextSurvey(
    _ request: SurfaceRequest, of run: Run, generation: Int, whileBusy isBusy: Bool
  ) -> LossSurvey? {
    let now = Moment(request: request, generation: generation, epoch: run.epoch, position: run.position)
    guard now != last, !isBusy || now.request != last?.request || now.generation != last?.generation else { return nil }
    // A run that began anew has directions of its own.
    let isAnew = last.map { (now.epoch, now.position) < ($0.epoch, $0.position) } ?? true
    last = now
    return run.survey(request, after: isAnew ? nil : newest)
  }
}

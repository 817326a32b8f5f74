import NeuralEngine
import Testing

/// The one-cycle schedule against the rates of PyTorch 2.15's OneCycleLR with its defaults, `max_lr` 0.1.
@Suite struct ScheduleTests {
  @Test(arguments: [
    [
      0.004, 0.052, 0.1, 0.0950484632, 0.08117456539, 0.06112620219, 0.03887419781, 0.01882583461, 0.004951936799, 4e-7,
    ],
    [0.09944154355, 0.04626371027, 4e-7], [0.08117456539, 4e-7], [4e-7],
  ])
  func oneCycle(_ rates: [Double]) {
    for (step, rate) in rates.enumerated() {
      #expect(
        isClose(0.1 * Schedule.oneCycle.factor(step: step, of: rates.count), rate, relative: 1e-8, absolute: 1e-12))
    }
    #expect(Schedule.oneCycle.factor(step: rates.count + 5, of: rates.count) == 4e-6, "past the end the last one stays")
  }
}

import Datasets
import Foundation
import Testing

/// The seven features of TensorFlow Playground, in its order.
struct FeatureTests {
  @Test(
    "names and values at (2, −3)",
    arguments: zip(
      Feature.named,
      [
        ("x1", 2.0), ("x2", -3), ("x1^2", 4), ("x2^2", 9), ("x1x2", -6), ("sin(x1)", sin(2.0)), ("sin(x2)", sin(-3.0)),
      ]))
  func value(feature: Feature, expected: (name: String, value: Double)) {
    #expect(feature.rawValue == expected.name)
    #expect(feature.value(2, -3) == expected.value)
    #expect(feature.value(at: LabelledPoint(x1: 2, x2: -3, label: 1)) == expected.value)
  }
}

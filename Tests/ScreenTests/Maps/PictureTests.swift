import Screen
import Testing

@Suite("A picture")
struct PictureTests {
  @Test(
    "at another size has the means of the areas",
    arguments: [
      (2, 1, [2.5, 4.5]), (4, 2, [1, 2, 3, 4, 3, 4, 5, 6]), (1, 1, [3.5]), (8, 1, [2, 2, 3, 3, 4, 4, 5, 5]),
    ] as [(Int, Int, [Float])])
  func resampling(width: Int, height: Int, values: [Float]) {
    let picture = Picture(width: 4, height: 2, values: [1, 2, 3, 4, 3, 4, 5, 6])
    let resized = picture.resampled(width: width, height: height)
    #expect(resized.width == width && resized.height == height)
    for (value, expected) in zip(resized.values, values) { #expect(abs(value - expected) < 1e-5) }
  }

  /// Three pixels become two: each new one covers one old pixel and half of the middle one, (1 + 0.5·4) / 1.5 = 2.
  @Test("at a size that does not divide counts pixels by the share that is covered")
  func fractions() {
    let resized = Picture(width: 3, height: 1, values: [1, 4, 7]).resampled(width: 2, height: 1)
    #expect(abs(resized[0, 0] - 2) < 1e-5 && abs(resized[1, 0] - 6) < 1e-5)
  }

  @Test("reads a slice of a larger array, and takes what is missing as absent")
  func slices() {
    let all: [Float] = [0, 1, 2, 3, 4, 5]
    let picture = Picture(width: 2, height: 2, values: all[2...])
    #expect(picture[0, 0] == 2 && picture[1, 1] == 5)
    #expect(Picture(width: 2, height: 2, values: [1]).values.filter(\.isNaN).count == 3)
  }

  /// Of 0 … 100 the value at 94 % of the way is 94.
  @Test("of weights is scaled to the 94th percentile of their magnitudes")
  func percentile() {
    let picture = Picture(width: 101, height: 1) { x, _ in x % 2 == 0 ? Float(x) : -Float(x) }.scaled()
    #expect(picture[94, 0] == 1 && picture[47, 0] == -0.5 && picture[100, 0] == 1 && picture[99, 0] == -1)
    #expect(Picture(width: 2, height: 1, values: [0, 0]).scaled().values == [0, 0])
  }

  @Test("can be reduced to yes and no")
  func discretized() {
    #expect(Picture(width: 3, height: 1, values: [-0.01, 0, 0.4]).discretized().values == [-1, 1, 1])
  }
}

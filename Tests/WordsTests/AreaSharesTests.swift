import Testing
import Words

@Suite("Shares of area")
struct AreaSharesTests {
  @Test(
    "each new pixel is made of the old ones that it covers",
    arguments: [
      (4, 2, [0, 2], [[0.5, 0.5], [0.5, 0.5]]),
      (2, 4, [0, 0, 1, 1], [[1], [1], [1], [1]]),
      (3, 2, [0, 1], [[2 / 3, 1 / 3], [1 / 3, 2 / 3]]),
      (2, 3, [0, 0, 1], [[1], [0.5, 0.5], [1]]),
      (5, 5, [0, 1, 2, 3, 4], [[1], [1], [1], [1], [1]]),
    ] as [(Int, Int, [Int], [[Float]])])
  func shares(old: Int, new: Int, firsts: [Int], shares: [[Float]]) {
    let made = AreaShares(from: old, to: new)
    #expect(made.firsts == firsts)
    #expect(made.shares == shares)
  }
}

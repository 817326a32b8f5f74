import Playground
import Screen

/// Which pictures of the test are shown, a page at a time.
struct Gallery: Sendable, Equatable {
  /// What they have in common.
  enum Choice: Sendable, Equatable {
    /// Nothing: mistakes come first on every page.
    case all
    /// They are read wrong.
    case mistakes
    /// They are of one class and taken for another, or for what they are: a cell of the confusion matrix.
    case cell(truth: Int, said: Int)
  }

  private(set) var choice = Choice.all
  /// Counted from 0.
  private(set) var page = 0

  /// The share of a mixed page that mistakes may take.
  private static let mistakesShare = 0.4

  mutating func show(_ choice: Choice) {
    self.choice = self.choice == choice ? .all : choice
    page = 0
  }

  /// Turns pages, to the first and the last at most.
  ///
  /// - Parameter pages: how many there are.
  mutating func turn(by step: Int, of pages: Int) { page = max(0, min(pages - 1, page + step)) }

  /// The test pictures that are meant, in the order in which they are shown, of a page so many.
  func pages(_ shell: Shell, of count: Int) -> Pages {
    guard let test = shell.snapshot?.material.images?.test, count > 0 else { return Pages(order: [], count: 1) }
    guard let answers = shell.snapshot?.test?.answers, answers.count == test.count else {
      return Pages(order: Array(0..<test.count), count: count)
    }
    func isWrong(_ index: Int) -> Bool { Int(answers[index]) != Int(test.labels[index]) }
    switch choice {
    case .all:
      let (wrong, right) = ((0..<test.count).filter(isWrong), (0..<test.count).filter { !isWrong($0) })
      return Pages(order: Self.mixed(wrong, right, count), count: count)
    case .mistakes: return Pages(order: (0..<test.count).filter(isWrong), count: count)
    case .cell(let truth, let said):
      let order = (0..<test.count).filter { Int(test.labels[$0]) == truth && Int(answers[$0]) == said }
      return Pages(order: order, count: count)
    }
  }

  /// Pages that begin with mistakes, as long as there are any, and go on with pictures that are read right.
  private static func mixed(_ wrong: [Int], _ right: [Int], _ count: Int) -> [Int] {
    let most = max(1, Int(Double(count) * mistakesShare))
    var (order, wrong, right): ([Int], ArraySlice<Int>, ArraySlice<Int>) = ([], wrong[...], right[...])
    order.reserveCapacity(wrong.count + right.count)
    while !wrong.isEmpty || !right.isEmpty {
      let mistakes = min(wrong.count, max(most, count - right.count))
      order += wrong.prefix(mistakes) + right.prefix(count - mistakes)
      wrong = wrong.dropFirst(mistakes)
      right = right.dropFirst(count - mistakes)
    }
    return order
  }

  /// Test pictures in order, cut into pages.
  struct Pages {
    let order: [Int]
    /// So many on a page.
    let count: Int

    var number: Int { max(1, (order.count + count - 1) / count) }

    /// The pictures of a page; of the last where there are fewer.
    func pictures(_ page: Int) -> [Int] {
      let page = min(page, number - 1)
      return Array(order[min(order.count, page * count)..<min(order.count, (page + 1) * count)])
    }
  }
}

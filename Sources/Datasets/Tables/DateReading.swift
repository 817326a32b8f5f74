/// Dates as numbers, so that a column of them can be learnt from.
enum DateReading {
  /// 1949-07, 1949-07-15 or 1949-07-15 12:30:00 (or with / and T) as a year with its fraction; nil for any other text.
  ///
  /// A year of one figure or two counts only without a day (`1-07`, the seventh month of the first year).
  static func years(_ text: String) -> Double? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == " " || $0 == "T" }
    guard let date = parts.first else { return nil }
    let numbers = date.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
    guard (2...3).contains(numbers.count), let year = whole(numbers[0], 1...4), let month = whole(numbers[1], 1...2),
      (1...12).contains(month), numbers[0].count == 4 || numbers.count == 2 && numbers[1].count == 2
    else { return nil }
    var days = 0.0
    if numbers.count == 3 {
      guard let day = whole(numbers[2], 1...2), (1...31).contains(day) else { return nil }
      days = Double(day - 1)
    }
    if parts.count == 2 {
      guard numbers.count == 3, let share = share(ofDay: parts[1]) else { return nil }
      days += share
    }
    // Months as equal parts of the year, days as equal parts of the longest month: in order, and near enough.
    return Double(year) + (Double(month - 1) + days / 31) / 12
  }

  private static func share(ofDay time: Substring) -> Double? {
    let numbers = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(numbers.count) else { return nil }
    var seconds = 0
    for (index, text) in numbers.enumerated() {
      guard let number = whole(text, 1...2), number < (index == 0 ? 24 : 61) else { return nil }
      seconds += number * [3600, 60, 1][index]
    }
    return Double(seconds) / 86_400
  }

  private static func whole(_ text: Substring, _ digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}

/// In which order a date's numbers stand.
enum DateOrder: CaseIterable {
  case yearFirst, dayFirst, monthFirst
}

/// Dates as numbers, so that a column of them can be learnt from.
enum DateReading {
  /// What a column of dates shows of their order.
  enum Finding: Equatable {
    case order(DateOrder)
    /// No day is above 12, so that day and month cannot be told apart.
    case ambiguous
    /// They are no dates.
    case none
  }

  /// The order in which all of some words are dates.
  static func order(of words: [String]) -> Finding {
    let fitting = DateOrder.allCases.filter { order in words.allSatisfy { years($0, order) != nil } }
    guard let first = fitting.first else { return .none }
    // With the month's name, or with points between (never month first), there is one reading only.
    let isOpen = fitting.count > 1 && words.contains { years($0, .dayFirst) != years($0, .monthFirst) }
    return isOpen ? .ambiguous : .order(first)
  }

  /// 1949-07, 1949-07-15 or 1949-07-15 12:30:00 as a year with its fraction; nil for any other text.
  ///
  /// Also with / and . between, with the month's name (15 Jul 1949), with T before the time, and with a zone behind
  /// it, which is passed over. A year of one figure or two counts only without a day (`1-07`, the seventh month of the
  /// first year).
  static func years(_ text: String, _ order: DateOrder) -> Double? {
    let (date, time) = halves(text)
    let parts = date.split(omittingEmptySubsequences: false) { "-/. ".contains($0) }
    guard (2...3).contains(parts.count) else { return nil }
    // Points stand between in countries that begin with the day.
    if parts.count == 3, order == .monthFirst, date.contains(".") { return nil }
    var days = 0.0
    let year: Int
    let month: Int
    if let named = parts.firstIndex(where: { monthNumber($0) != nil }), let number = monthNumber(parts[named]) {
      let numbers = parts.indices.filter { $0 != named }.map { parts[$0] }
      guard order != .yearFirst || parts.count == 2 || numbers[0].count == 4,
        let found = whole(numbers.first { $0.count == 4 } ?? "", 4...4)
      else { return nil }
      (year, month) = (found, number)
      if numbers.count == 2 {
        guard let day = whole(numbers.first { $0.count < 4 } ?? "", 1...2), (1...31).contains(day) else { return nil }
        days = Double(day - 1)
      }
    } else if parts.count == 2 {
      guard order == .yearFirst, let first = whole(parts[0], 1...4), let second = whole(parts[1], 1...2),
        parts[0].count == 4 || parts[1].count == 2, (1...12).contains(second), !date.contains("."), !date.contains(" ")
      else { return nil }
      (year, month) = (first, second)
    } else {
      let places = order.places
      guard let first = whole(parts[places.year], 4...4), let second = whole(parts[places.month], 1...2),
        let day = whole(parts[places.day], 1...2), (1...12).contains(second), (1...31).contains(day),
        !date.contains(" ")
      else { return nil }
      (year, month, days) = (first, second, Double(day - 1))
    }
    if let time {
      guard parts.count == 3, let share = share(ofDay: time) else { return nil }
      days += share
    }
    // Months as equal parts of the year, days as equal parts of the longest month: in order, and near enough.
    return Double(year) + (Double(month - 1) + days / 31) / 12
  }

  /// The date and the time of day.
  private static func halves(_ text: String) -> (date: Substring, time: Substring?) {
    let plain = text.contains(",") ? text.replacing(", ", with: " ") : text
    guard let colon = plain.firstIndex(of: ":"),
      let mark = plain[..<colon].lastIndex(where: { $0 == " " || $0 == "T" })
    else { return (plain[...], nil) }
    return (plain[..<mark], plain[plain.index(after: mark)...])
  }

  /// A time such as 12:30, 12:30:15.250 or 1:30 PM, with a zone behind it or not, as a part of the day.
  private static func share(ofDay text: Substring) -> Double? {
    let time = text.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let rest = text.dropFirst(time.count).drop { $0 == " " }.uppercased()
    let isZone = rest.isEmpty || rest == "Z" || rest == "UTC" || rest.hasPrefix("+") || rest.hasPrefix("-")
    let isHalf = rest == "AM" || rest == "PM"
    let numbers = time.split(separator: ":", omittingEmptySubsequences: false)
    guard isZone || isHalf, (2...3).contains(numbers.count) else { return nil }
    var seconds = 0.0
    for (index, text) in numbers.enumerated() {
      let isSeconds = index == 2
      let figures = isSeconds ? text.prefix { $0 != "." } : text
      guard let number = whole(figures, 1...2), number < (index == 0 ? 24 : 61) else { return nil }
      seconds += Double(number * [3600, 60, 1][index])
      if isSeconds { seconds += Double("0" + text.dropFirst(figures.count)) ?? 0 }
    }
    let noon = 43_200.0
    if isHalf { seconds = seconds.truncatingRemainder(dividingBy: noon) + (rest == "PM" ? noon : 0) }
    return seconds / (2 * noon)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static func monthNumber(_ name: Substring) -> Int? {
    guard name.count >= 3, name.allSatisfy(\.isLetter) else { return nil }
    let lowered = name.lowercased()
    return months.firstIndex { $0 == lowered || $0.prefix(3) == lowered || lowered == "sept" && $0 == "september" }
      .map { $0 + 1 }
  }

  private static func whole(_ text: Substring, _ digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}

extension DateOrder {
  /// Where the three numbers of a date stand.
  fileprivate var places: (year: Int, month: Int, day: Int) {
    switch self {
    case .yearFirst: (0, 1, 2)
    case .dayFirst: (2, 1, 0)
    case .monthFirst: (2, 0, 1)
    }
  }
}

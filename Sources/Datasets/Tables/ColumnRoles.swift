import Words

/// What each column of a table is for, and why: said or inferred.
struct ColumnRoles {
  /// A column that is not learnt from.
  struct LeftOut {
    var column: Int
    var reason: Reason
  }

  /// Why a column is left out.
  enum Reason {
    case asked
    case empty
    case countsUp
    case countsDown
    case differsOnEachLine
    case differsOnMostLines
    case tooManyWords(Int)
    /// Numbers with something around them; one of them as it is written.
    case numbersInText(String)
    /// Dates whose day and month cannot be told apart; one of them.
    case openDates(String)
    case manyGaps(Int)
  }

  /// The columns to be predicted.
  var targets: [Int] = []
  /// The columns to learn from, and how each becomes numbers.
  var features: [TableColumn] = []
  /// The columns left out.
  var leftOut: [LeftOut] = []
  /// Columns of numbers and words, all of which are taken for words.
  var mixed: [Int] = []
  /// Columns that look like running numbers or names and stay, for there are no others.
  var suspects: [Int] = []
  /// Columns that have the same on each line.
  var constant: [Int] = []
}

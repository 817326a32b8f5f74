import Foundation
import Words

/// What is kept of a search: a line of JSON that says what is searched, and one for each trial that is over.
///
/// Lines are only ever added, so that a program that is killed loses the trials under way and nothing else: a last line
/// without its end is not there.
public struct SearchJournal: Equatable, Sendable {
  /// What is searched.
  public let search: Search
  /// The share of it whose trials stand here; nil for all.
  public let shard: Shard?
  /// What became of the trials that are over.
  public private(set) var ends: [Trial.ID: Trial.End] = [:]
  /// The bytes of all whole lines.
  public private(set) var length = 0

  /// The most that is read of a file.
  private static let largest = 1 << 28

  /// The journal of a search of which nothing is over.
  public init(_ search: Search, shard: Shard?) {
    self.search = search
    self.shard = shard
  }

  /// Reads a file.
  ///
  /// - Throws: `ExperimentError.unreadable`, or `.at` with the line that is none of a journal.
  public init(path: String) throws(ExperimentError) {
    let text: String
    do throws(BoundedFile.Failure) {
      text = try BoundedFile.readText(path, limit: Self.largest)
    } catch {
      throw .unreadable(
        path: path, reason: error.reason, remedy: "give the file that `nnplay search` kept its trials in")
    }
    try self.init(text: text, place: path)
  }

  /// Reads the text of a file.
  ///
  /// - Parameter place: the file's name, for messages.
  /// - Throws: `ExperimentError.at`.
  public init(text: String, place: String) throws(ExperimentError) {
    let whole = text.utf8.lastIndex(of: UInt8(ascii: "\n")).map { text[...$0] } ?? ""
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let place = printable(place)
    guard let first = lines.first else {
      throw .at(
        place: place, line: 1, .doesNotFit("The first line, which says what is searched, is missing: search anew."))
    }
    do throws(ExperimentError) {
      let head = try JournalLine(first)
      self.init(try head.searched(), shard: try head.shard.map { text throws(ExperimentError) in try Shard(text) })
    } catch {
      throw .at(place: place, line: 1, error)
    }
    for (index, line) in lines.enumerated().dropFirst() {
      do throws(ExperimentError) {
        let (id, end) = try JournalLine(line).ended()
        ends[id] = end
      } catch {
        throw .at(place: place, line: index + 1, error)
      }
    }
    length = whole.utf8.count
  }

  /// The trials that are over, in the order in which the search asks for them.
  public var finished: [FinishedTrial] { search.finished(in: shard) { ends[$0] } }

  /// The first line.
  public var head: String {
    JSON.object([
      "type": "search", "space": .text(search.space.yaml), "method": .text(search.method.word),
      "by": .text(search.objective.quantity.rawValue), "until": search.goal.map { .text($0.description) },
      "shard": shard.map { .text($0.description) },
    ]).line
  }

  /// Takes down a trial that is over, and returns its line.
  ///
  /// - Parameter seconds: how long it took, where that is known.
  public mutating func add(_ trial: Trial, _ end: Trial.End, seconds: Double? = nil) -> String {
    ends[trial.id] = end
    let settings = zip(search.space.dimensions, trial.settings).map { dimension, setting in
      (dimension.axis.name, setting.json(isText: dimension.axis.isText))
    }
    var pairs: [(String, JSON)] = [("type", "trial"), ("trial", .whole(trial.number))]
    if trial.rung > 0 { pairs.append(("rung", .whole(trial.rung))) }
    pairs.append(("settings", .object(settings)))
    switch end {
    case .refused(let sentence): pairs.append(("refused", .text(sentence)))
    case .trained(let outcome): pairs += outcome.json
    }
    if let seconds { pairs.append(("seconds", .number(rounded(seconds, toDigits: 4)))) }
    return JSON.object(pairs).line
  }
}

extension Outcome {
  /// Its figures, those that are known.
  var json: [(String, JSON)] {
    let figures: [(String, JSON?)] = [
      ("epochs", .whole(epochs)), ("parameters", .whole(parameterCount)), ("trainLoss", trainLoss.map(JSON.number)),
      ("testLoss", testLoss.map(JSON.number)), ("trainAccuracy", trainAccuracy.map(JSON.number)),
      ("testAccuracy", testAccuracy.map(JSON.number)), ("reachedAt", reachedAt.map(JSON.whole)),
      ("divergedAt", divergedAt.map(JSON.whole)),
    ]
    return figures.compactMap { name, value in value.map { (name, $0) } }
  }
}

/// A line of a journal, with whatever keys it has.
private struct JournalLine: Decodable {
  var type: String?
  var space: String?
  var method: String?
  var by: String?
  var until: String?
  var shard: String?
  var trial: Int?
  var rung: Int?
  var refused: String?
  var epochs: Int?
  var parameters: Int?
  var trainLoss: Double?
  var testLoss: Double?
  var trainAccuracy: Double?
  var testAccuracy: Double?
  var reachedAt: Int?
  var divergedAt: Int?

  init(_ line: Substring) throws(ExperimentError) {
    do {
      self = try JSONDecoder().decode(JournalLine.self, from: Data(line.utf8))
    } catch {
      throw .doesNotFit(
        "\(quoted(String(line))) is no line that `nnplay search` wrote: take it out, or search anew.")
    }
  }

  func searched() throws(ExperimentError) -> Search {
    guard type == "search", let space, let method = method.flatMap(Search.Method.init(word:)),
      let quantity = by.flatMap(Goal.Quantity.init(rawValue:))
    else {
      throw .doesNotFit("The first line does not say what is searched, as `nnplay search` writes it: search anew.")
    }
    return try Search(
      SearchSpace(text: space, place: "space"), method, by: Objective(quantity),
      goal: until.map { text throws(ExperimentError) in try Goal(text) })
  }

  func ended() throws(ExperimentError) -> (Trial.ID, Trial.End) {
    guard type == "trial", let trial, trial >= 0 else {
      throw .doesNotFit("This is no trial as `nnplay search` writes it: take the line out.")
    }
    let id = Trial.ID(number: trial, rung: rung ?? 0)
    if let refused { return (id, .refused(refused)) }
    guard let epochs, let parameters else {
      throw .doesNotFit("Trial \(trial) has no epochs or no parameters: take the line out, and it is trained again.")
    }
    return (
      id,
      .trained(
        Outcome(
          epochs: epochs, trainLoss: trainLoss, testLoss: testLoss, trainAccuracy: trainAccuracy,
          testAccuracy: testAccuracy, reachedAt: reachedAt, divergedAt: divergedAt, parameterCount: parameters))
    )
  }
}

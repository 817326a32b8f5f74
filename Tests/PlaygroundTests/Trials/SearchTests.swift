import Playground
import Testing

@Suite("How a search goes on")
struct SearchTests {
  private static let space: SearchSpace = {
    let text = """
      dataset: circle
      epochs: 81
      search:
        learningRate: {from: 0.001, to: 1, scale: log}
        activation: [tanh, relu, linear]
      """
    guard let space = try? SearchSpace(text: text, place: "s.yaml") else {
      preconditionFailure("the space is in order")
    }
    return space
  }()

  private static func search(_ method: Search.Method) throws -> Search {
    try Search(space, method, by: Objective(.testLoss))
  }

  private static func outcome(testLoss: Double?) -> Trial.End {
    .trained(Outcome(epochs: 1, testLoss: testLoss, parameterCount: 9))
  }

  /// As if relu at 0.1 were best.
  private static func end(_ trial: Trial) -> Trial.End {
    let rate = Double(trial.settings[0].description) ?? 0
    let distance = abs(rate - 0.1) / 0.1
    return outcome(testLoss: min(distance, 9) + (trial.settings[1] == .word("relu") ? 0 : 1))
  }

  /// All trials of a search in the order in which they come, each ended as above.
  private static func whole(_ search: Search) -> [FinishedTrial] {
    var finished: [FinishedTrial] = []
    for index in 0... {
      let batch = search.batch(index, after: finished)
      if batch.isEmpty { return finished }
      finished += batch.map { FinishedTrial($0, end($0)) }
    }
    return finished
  }

  @Test("Every method tries as many as it was asked for, each with settings that its keys take")
  func counts() throws {
    let table: [(Search.Method, Int)] = [
      (.grid, 30), (.random(17), 17), (.tree(31), 31), (.tree(3), 3), (.halving(1), 1),
    ]
    for (method, count) in table {
      let trials = Self.whole(try Self.search(method)).map(\.trial)
      #expect(trials.map(\.number) == Array(0..<count), "\(method)")
      for trial in trials {
        #expect(trial.experiment.learningRate == Double(trial.settings[0].description))
        #expect(trial.experiment.activation?.map(\.rawValue) == trial.settings[1].words)
      }
    }
  }

  @Test("Halving trains all a little, the best third three times as long, and the last to the end")
  func halving() throws {
    let finished = Self.whole(try Self.search(.halving(27)))
    let rungs = (0...3).map { rung in finished.filter { $0.trial.rung == rung } }
    #expect(rungs.map(\.count) == [27, 9, 3, 1])
    #expect(rungs.map { $0[0].trial.epochs } == [3, 9, 27, nil])
    let best = Self.whole(try Self.search(.random(27))).map(\.end).map { Objective(.testLoss).cost(of: $0) }.min()
    #expect(Objective(.testLoss).cost(of: rungs[3][0].end) == best)
  }

  @Test("What was good draws the next trials near: the better half of a tree's trials beats that of chance")
  func tree() throws {
    func median(_ method: Search.Method) throws -> Double {
      Self.whole(try Self.search(method)).map { Objective(.testLoss).cost(of: $0.end) }.sorted()[30]
    }
    #expect(try median(.tree(60)) < 0.7 * median(.random(60)))
  }

  @Test(
    "A search that was broken off anywhere goes on as if it had not been",
    arguments: [
      Search.Method.grid, .random(20), .halving(9), .tree(20),
    ])
  func resumed(_ method: Search.Method) throws {
    let search = try Self.search(method)
    let whole = Self.whole(search)
    for known in [0, 1, 7, 11, whole.count] {
      let ends = Dictionary(uniqueKeysWithValues: whole.prefix(known).map { ($0.trial.id, $0.end) })
      #expect(search.finished { ends[$0] } == Array(whole.prefix(known)), "\(known) known")
    }
  }

  @Test("What cannot be searched is said")
  func refusals() throws {
    let epochs = try SearchSpace(text: "search: {epochs: [1, 2]}", place: "s")
    let error = #expect(throws: ExperimentError.self) { try Search(epochs, .halving(9), by: Objective(.testLoss)) }
    #expect(error?.description == "search has epochs, and --halving decides on them: leave one of the two out.")
    for text in ["0/4", "5/4", "1", "a/b", "1/0", "", "1/2/3"] {
      let error = #expect(throws: ExperimentError.self) { try Shard(text) }
      #expect(error?.description.hasPrefix("a shard cannot be \"\(text)\". It takes which of how many") == true)
    }
    let shards = try (1...3).map { try Shard("\($0)/3") }
    for number in 0..<10 { #expect(shards.count { $0.holds(number) } == 1) }
  }

  @Test("What broke down or was refused is worse than anything, and accuracy is better the higher")
  func costs() {
    #expect(Objective(.testLoss).cost(of: .refused("No.")) == .infinity)
    #expect(Objective(.testLoss).cost(of: Self.outcome(testLoss: nil)) == .infinity)
    #expect(Objective(.testLoss).cost(of: Self.outcome(testLoss: 0.5)) == 0.5)
    let right = Trial.End.trained(Outcome(epochs: 1, testAccuracy: 0.9, parameterCount: 1))
    #expect(Objective(.testAccuracy).cost(of: right) == -0.9)
  }
}

@Suite("What is kept of a search")
struct SearchJournalTests {
  private static func journal() throws -> (journal: SearchJournal, text: String) {
    let space = try SearchSpace(
      text: "dataset: moons\nseed: \"7\"\nsearch:\n  hidden: [[4, 2], 8]\n  seed: [\"1\", a]\n", place: "s")
    let search = try Search(space, .grid, by: Objective(.testLoss), goal: try Goal("train-loss<0.1"))
    var journal = SearchJournal(search, shard: try Shard("1/2"))
    var lines = [journal.head]
    let outcome = Outcome(
      epochs: 5, trainLoss: 0.1, testLoss: 1.0 / 3, trainAccuracy: 1, testAccuracy: 0.5, reachedAt: 3,
      parameterCount: 25)
    let ends: [Trial.End] = [.trained(outcome), .refused("No \"way\".")]
    for (trial, end) in zip(search.batch(0, after: []), ends) { lines.append(journal.add(trial, end, seconds: 0.5)) }
    return (journal, lines.joined(separator: "\n") + "\n")
  }

  @Test("It is read back as it was written, every figure to the bit")
  func roundTrip() throws {
    let (journal, text) = try Self.journal()
    let read = try SearchJournal(text: text, place: "t.jsonl")
    #expect(read.search == journal.search && read.shard == journal.shard && read.ends == journal.ends)
    #expect(read.length == text.utf8.count)
    #expect(text.contains(#""settings":{"hidden":[4,2],"seed":"1"},"epochs":5,"parameters":25,"trainLoss":0.1,"#))
  }

  @Test("Wherever it was cut, what ends with its line is there and what does not is not")
  func cut() throws {
    let (journal, text) = try Self.journal()
    let bytes = Array(text.utf8)
    for length in journal.head.utf8.count + 1...bytes.count {
      let read = try SearchJournal(text: String(decoding: bytes[..<length], as: UTF8.self), place: "t.jsonl")
      let whole = bytes[..<length].count { $0 == UInt8(ascii: "\n") }
      #expect(read.ends.count == whole - 1 && read.length <= length)
    }
  }

  @Test("A line that is none is named")
  func mistakes() throws {
    let (journal, text) = try Self.journal()
    let table: [(String, String)] = [
      ("", "t.jsonl:1: The first line, which says what is searched, is missing: search anew."),
      ("{}\n", "t.jsonl:1: The first line does not say what is searched"),
      (journal.head + "\nnonsense\n", "t.jsonl:2: \"nonsense\" is no line that `nnplay search` wrote"),
      (text + journal.head + "\n", "t.jsonl:4: This is no trial as `nnplay search` writes it"),
      (journal.head + "\n{\"type\":\"trial\",\"trial\":3}\n", "t.jsonl:2: Trial 3 has no epochs or no parameters"),
    ]
    for (text, sentence) in table {
      let error = #expect(throws: ExperimentError.self) { try SearchJournal(text: text, place: "t.jsonl") }
      #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
    }
  }

  @Test("As a study of Optuna every trial is an operation: complete, failed, or pruned where halving stopped it")
  func optuna() throws {
    let lines = try Self.journal().journal.optunaLines(study: "s", moment: "2026-11-29T09:51:25+00:00")
    #expect(
      lines == [
        #"{"op_code":0,"worker_id":"nnplay","study_name":"s","directions":[1]}"#,
        #"{"op_code":4,"worker_id":"nnplay","study_id":0,"datetime_start":"2026-11-29T09:51:25+00:00","#
          + #""datetime_complete":"2026-11-29T09:51:25+00:00","#
          + #""distributions":{"hidden":"{\"name\":\"CategoricalDistribution\",\"attributes\":{\"choices\":[\"[4, 2]\",\"8\"]}}","#
          + #""seed":"{\"name\":\"CategoricalDistribution\",\"attributes\":{\"choices\":[\"1\",\"a\"]}}"},"#
          + #""params":{"hidden":0,"seed":0},"system_attrs":{},"values":null,"state":1,"value":0.3333333333333333,"#
          + #""intermediate_values":{},"user_attrs":{"epochs":5,"parameters":25,"trainLoss":0.1,"#
          + #""testLoss":0.3333333333333333,"trainAccuracy":1.0,"testAccuracy":0.5,"reachedAt":3}}"#,
      ])
  }
}

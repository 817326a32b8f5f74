import Words

/// The journal in the form of Optuna's `JournalFileBackend`, which optuna-dashboard and Optuna itself open: one operation a
/// line, the first of which makes the study and every other one a trial that is over.
extension SearchJournal {
  /// What Optuna calls a direction, a state and an operation.
  private enum Code {
    static let (createStudy, createTrial) = (0, 4)
    static let (minimize, maximize) = (1, 2)
    static let (complete, pruned, fail) = (1, 2, 3)
  }

  /// The lines of such a file.
  ///
  /// - Parameters:
  ///   - name: what the study is called.
  ///   - moment: when the trials are said to have ended, `2026-11-29T09:51:25+00:00`: their own times are not kept.
  public func optunaLines(study name: String, moment: String) -> [String] {
    let study = JSON.object([
      "op_code": .whole(Code.createStudy), "worker_id": "nnplay", "study_name": .text(name),
      "directions": .list([.whole(search.objective.isLoss ? Code.minimize : Code.maximize)]),
    ])
    let dimensions = search.space.dimensions
    let distributions = JSON.object(dimensions.map { ($0.axis.name, .text($0.optunaDistribution.line)) })
    return [study.line]
      + finished.map { finished in
        let params = zip(dimensions, finished.trial.settings).map { ($0.axis.name, $0.optunaValue(of: $1)) }
        return JSON.object(
          [
            ("op_code", .whole(Code.createTrial)), ("worker_id", "nnplay"), ("study_id", .whole(0)),
            ("datetime_start", .text(moment)), ("datetime_complete", .text(moment)),
            ("distributions", distributions), ("params", .object(params)),
            ("system_attrs", .object([(String, JSON)]())),
            ("values", .number(.nan)),
          ] + optunaEnd(of: finished)
        ).line
      }
  }

  /// State, value and attributes of a trial; one that successive halving stopped early is pruned.
  private func optunaEnd(of finished: FinishedTrial) -> [(String, JSON)] {
    func end(_ state: Int, value: Double?, at epochs: [(String, JSON)] = [], _ attributes: [(String, JSON)])
      -> [(String, JSON)]
    {
      [
        ("state", .whole(state)), ("value", .number(value ?? .nan)), ("intermediate_values", .object(epochs)),
        ("user_attrs", .object(attributes)),
      ]
    }
    switch finished.end {
    case .refused(let sentence): return end(Code.fail, value: nil, [("refused", .text(sentence))])
    case .trained(let outcome):
      guard let figure = search.objective.figure(of: outcome) else { return end(Code.fail, value: nil, outcome.json) }
      guard finished.trial.epochs != nil else { return end(Code.complete, value: figure, outcome.json) }
      return end(Code.pruned, value: figure, at: [("\(outcome.epochs)", .number(figure))], outcome.json)
    }
  }
}

extension SearchDimension {
  /// The values that it may have, as Optuna writes them.
  fileprivate var optunaDistribution: JSON {
    func distribution(_ name: String, _ attributes: JSON) -> JSON {
      .object(["name": .text(name), "attributes": attributes])
    }
    switch choices {
    case .listed(let settings):
      let words = JSON.list(settings.map { .text($0.description) })
      return distribution("CategoricalDistribution", .object(["choices": words]))
    case .range(let range) where range.isWhole:
      return distribution(
        "IntDistribution",
        .object([
          "log": .flag(range.isLogarithmic), "step": .whole(1), "low": .whole(Int(range.low)),
          "high": .whole(Int(range.high)),
        ]))
    case .range(let range):
      return distribution(
        "FloatDistribution",
        .object([
          "log": .flag(range.isLogarithmic), "step": .number(.nan), "low": .number(range.low),
          "high": .number(range.high),
        ]))
    }
  }

  /// A value as Optuna keeps it: a number, or the place in the list.
  fileprivate func optunaValue(of setting: Setting) -> JSON {
    switch choices {
    case .listed(let settings): .whole(settings.firstIndex(of: setting) ?? 0)
    case .range: .number(Double(setting.description) ?? .nan)
    }
  }
}

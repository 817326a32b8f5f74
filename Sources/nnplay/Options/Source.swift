import Course
import Datasets
import Playground
import Words

/// What SOURCE stands for.
enum Source {
  /// A data set, a preset, an experiment file, or a step of a lecture.
  case experiment(Experiment)
  /// A link of TensorFlow Playground, the experiment it asks for, and what could not be done as it says.
  case link(PlaygroundLink, Experiment, notes: [String])
  /// A lecture, from a step or where it was left; steps are counted from 0.
  case lecture(Lecture, step: Int? = nil)

  /// Finds what is meant to be opened; a name that is a lecture and a data set (`xor`) opens the lecture, but where
  /// settings are asked for, which lectures make themselves.
  init(_ text: String, hasSettings: Bool = false) throws {
    let (name, step) = Self.parts(of: text)
    let isLecture = Lecture.isNamed(by: name) && !(hasSettings && (step != nil || Self.isDataset(name)))
    self = isLecture ? try Self(lecture: text) : try Self(withoutLecture: text)
  }

  /// A lecture by its name, `xor`, or one of its steps, `xor#3`.
  init(lecture text: String) throws {
    let (name, step) = Self.parts(of: text)
    let lecture = try Lecture(source: name)
    self = .lecture(lecture, step: try step.map { try Self.place($0, in: lecture) })
  }

  /// What is to be said of a lecture whose name a data set has too; nil for everything else.
  var otherMeaning: String? {
    guard case .lecture(let lecture, nil) = self, Self.isDataset(lecture.name) else { return nil }
    return
      "\(lecture.name) is a lecture and a data set: this is the lecture. d chooses the data set, and so does any --set "
      + "or --seed behind nnplay \(lecture.name)."
  }

  /// Finds what is meant to be trained; a name that is a lecture and a data set is the data set, and a lecture stands
  /// for the experiment of a step: `perceptron#3`, or its first.
  init(withoutLecture text: String) throws {
    if PlaygroundLink.isLink(text) {
      self = try Self.linked(text)
    } else if TextFile.isStream(text) {
      // What comes out of a stream comes once.
      let content = try Experiment.text(path: text)
      let link = SourceFile.link(in: content)
      self = try link.map(Self.linked) ?? .experiment(Experiment(text: content, path: text))
    } else if case .link(let address)? = SourceFile(text), !Self.isDataset(text) {
      self = try Self.linked(address)
    } else if let step = try Self.lectureStep(text) {
      self = .experiment(step)
    } else {
      self = .experiment(try Self.named(text))
    }
  }

  private static func linked(_ text: String) throws -> Source {
    guard let link = PlaygroundLink(text) else { throw LinkRefusal(text) }
    let (experiment, notes) = link.experiment()
    return .link(link, experiment, notes: notes)
  }

  /// The experiment to begin with, whatever it came from.
  var experiment: Experiment {
    switch self {
    case .experiment(let experiment), .link(_, let experiment, _): experiment
    case .lecture(let lecture, let step): lecture.experiment(at: step ?? 0) ?? Experiment()
    }
  }

  /// What a link asks for and does not get.
  var notes: [String] {
    switch self {
    case .link(_, _, let notes): notes
    case .experiment, .lecture: []
    }
  }

  /// Changes the experiment; a lecture's steps bring their own.
  mutating func change(_ change: (inout Experiment) throws -> Void) throws {
    switch self {
    case .experiment(var experiment):
      try change(&experiment)
      self = .experiment(experiment)
    case .link(let link, var experiment, let notes):
      try change(&experiment)
      self = .link(link, experiment, notes: notes)
    case .lecture(let lecture, _):
      var untouched = Experiment()
      try change(&untouched)
      guard untouched == Experiment() else {
        throw BadInput(
          "\(lecture.name) is a lecture, whose steps set their own experiments: leave --set and --seed out, or name a data set."
        )
      }
    }
  }

  // MARK: - Lectures

  /// What stands between a lecture's name and the number of a step.
  private static let stepMark: Character = "#"

  /// A text before and behind its mark of a step.
  private static func parts(of text: String) -> (name: String, step: String?) {
    let parts = text.split(separator: stepMark, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return (parts.first ?? text, parts.count == 2 ? parts[1] : nil)
  }

  /// The step that a number stands for.
  private static func place(_ step: String, in lecture: Lecture) throws -> Int {
    guard let number = Int(step), lecture.steps.indices.contains(number - 1) else {
      throw BadInput("\(lecture.name) has no step \(quoted(step)): give one of 1 to \(lecture.steps.count).")
    }
    return number - 1
  }

  /// The experiment of a step; nil for what names no lecture.
  private static func lectureStep(_ text: String) throws -> Experiment? {
    let (name, step) = parts(of: text)
    guard Lecture.isNamed(by: name), step != nil || !isDataset(name) else { return nil }
    let lecture = try Lecture(source: name)
    let place = try place(step ?? "1", in: lecture)
    guard let experiment = lecture.experiment(at: place) else {
      throw BadInput("Step \(place + 1) of \(name) sets no experiment: give a later step.")
    }
    return experiment
  }

  private static func isDataset(_ text: String) -> Bool { (try? Dataset(text)) != nil }

  // MARK: - Data sets and files

  private static func named(_ text: String) throws -> Experiment {
    do throws(DatasetError) {
      return Experiment(try Dataset(text))
    } catch {
      switch error {
      case .unknownDataset:
        if ShippedModels.names.contains(text) { return try opened(text, as: .model) }
        if let preset = try PresetShelf.preset(named: text) { return preset.experiment }
        if let file = SourceFile(text) { return try opened(text, as: file) }
        guard looksLikePath(text) else {
          let names = DatasetCatalog.names + LectureShelf.names + PresetShelf.names + ShippedModels.names
          throw ExperimentError.unknownSource(text, nearest: nearest(to: text, among: names))
        }
        if !TextFile.exists(text), LinkRefusal.looksLikeAddress(text) { throw LinkRefusal(text) }
        return try Experiment(path: text)
      case .noPath, .classChoice, .formula, .pixelSize, .imageFeature, .idxSource, .notInstalled, .cannotRead,
        .cannotWrite,
        .brokenGzip,
        .truncated,
        .tooLong, .wrongDigest, .format, .table, .png, .strokes:
        throw error
      }
    }
  }

  /// What a file holds, as an experiment: a model is gone on with, a table is learnt from.
  private static func opened(_ path: String, as file: SourceFile) throws -> Experiment {
    switch file {
    case .experiment: return try Experiment(path: path)
    case .model:
      var experiment = try Model(path: path).experiment
      experiment.weights = path
      return experiment
    case .table: return Experiment(.table(TableSource(path: path)))
    case .pictures:
      guard let source = IDXSource(beside: path) else {
        throw BadInput(
          "\(path) holds pictures, and no labels lie beside it under the name that such files have: give both, as "
            + "in nnplay idx:\(path),LABELS.")
      }
      return Experiment(.idx(source))
    case .labels: throw BadInput("\(path) holds labels: open the file of the pictures that they belong to.")
    case .link(let address): return try linked(address).experiment
    }
  }

  private static func looksLikePath(_ text: String) -> Bool {
    text == Output.standardPath || text.contains("/")
      || [".yaml", ".yml", ".txt", ".json", ".csv", ".tsv", ".safetensors"].contains { text.hasSuffix($0) }
  }
}

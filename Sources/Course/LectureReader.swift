import Playground

extension Lecture {
  /// The most bytes a lecture may have: a long one has 10,000, so more is a mistake.
  public static let byteLimit = 1 << 20

  /// Reads a lecture from its Markdown text.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - name: what the lecture is called; the file's name without its ending.
  ///   - file: the file as errors name it.
  /// - Throws: every error of the text, each with its line and a remedy.
  public init(text: String, name: String, file: String) throws(LectureErrors) {
    var reader = LectureReader(file: file)
    self = try reader.lecture(from: text, name: name)
  }
}

/// Reads the parts of a lecture, noting every error on the way.
struct LectureReader {
  let file: String
  private(set) var errors: [LectureError] = []
  /// Mistakes beyond those that are listed.
  private var unlisted = 0
  /// More mistakes than this nobody reads.
  private static let mostErrors = 100

  init(file: String) {
    self.file = file
  }

  mutating func lecture(from text: String, name: String) throws(LectureErrors) -> Lecture {
    guard text.utf8.count <= Lecture.byteLimit else {
      note(0, LectureSentence.tooLong(text.utf8.count, limit: Lecture.byteLimit))
      throw LectureErrors(errors: errors)
    }
    let mark: Character = "\u{FEFF}"
    let lines = text.trimmingPrefix { $0 == mark }.replacing("\r\n", with: "\n").replacing("\r", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
    let front = frontMatter(of: lines)
    let pieces = pieces(of: lines[front.end...], firstLine: front.end + 1)
    let introduction = pieces.prefix { if case .step = $0 { false } else { true } }
    let steps = steps(of: pieces.dropFirst(introduction.count))
    checkGoals(of: steps)
    let lecture = Lecture(
      name: name, title: front.title, order: front.order, summary: front.summary, minutes: front.minutes,
      after: front.after, introduction: self.introduction(of: introduction), steps: steps)
    if steps.isEmpty, errors.isEmpty { note(0, LectureSentence.noSteps) }
    guard errors.isEmpty else {
      errors.sort { $0.line < $1.line }
      if unlisted > 0 { errors.append(LectureError(file: file, line: 0, sentence: LectureSentence.more(unlisted))) }
      throw LectureErrors(errors: errors)
    }
    return lecture
  }

  mutating func note(_ line: Int, _ sentence: String) {
    guard errors.count < Self.mostErrors else {
      unlisted += 1
      return
    }
    errors.append(LectureError(file: file, line: line, sentence: sentence))
  }

  /// Refuses goals that their steps' experiments cannot reach, whatever is learnt.
  private mutating func checkGoals(of steps: [LectureStep]) {
    var experiment: Experiment?
    for step in steps {
      experiment = step.experiment ?? experiment
      guard let goal = step.goal, let resolved = experiment?.resolved() else { continue }
      // What a file asks is known only when it is read.
      if resolved.dataset.problem == nil { continue }
      do throws(ExperimentError) {
        try goal.condition.check(for: resolved)
      } catch {
        note(step.goalLine ?? step.line, error.description)
      }
    }
  }

  // MARK: - Steps

  private mutating func pieces(of lines: ArraySlice<String>, firstLine: Int) -> [LecturePiece] {
    let (pieces, unclosed) = LecturePiece.pieces(of: lines, firstLine: firstLine)
    if let unclosed { note(unclosed, LectureSentence.unclosedFence) }
    return pieces
  }

  private mutating func introduction(of pieces: ArraySlice<LecturePiece>) -> [Prose] {
    var prose: [Prose] = []
    for piece in pieces {
      switch piece {
      case .prose(let lines): prose += ProseReader.blocks(of: lines)
      case .fence(let language, let text, let line):
        if BlockKind(rawValue: language) != nil { note(line - 1, LectureSentence.blockOutsideStep) }
        prose.append(.code(text))
      case .step: break
      }
    }
    return prose
  }

  private mutating func steps(of pieces: ArraySlice<LecturePiece>) -> [LectureStep] {
    var steps: [LectureStep] = []
    var open: (title: String, line: Int, goalLine: Int?, blocks: [LectureBlock], kinds: Set<BlockKind>)?
    func close() {
      if let open {
        steps.append(LectureStep(title: open.title, line: open.line, goalLine: open.goalLine, blocks: open.blocks))
      }
    }
    for piece in pieces {
      switch piece {
      case .step(let title, let line):
        close()
        if title.isEmpty { note(line, LectureSentence.untitledStep()) }
        open = (title, line, nil, [], [])
      case .prose(let lines):
        open?.blocks += ProseReader.blocks(of: lines).map(LectureBlock.prose)
      case .fence(let language, let text, let line):
        guard let kind = BlockKind(rawValue: language) else {
          noteIfMistyped(language, line: line - 1)
          open?.blocks.append(.prose(.code(text)))
          continue
        }
        let isFirst = open?.kinds.insert(kind).inserted ?? true
        if !isFirst, kind != .predict { note(line - 1, LectureSentence.secondBlock(language)) }
        if kind == .goal, isFirst { open?.goalLine = line }
        if let block = block(kind, text, line: line) { open?.blocks.append(block) }
      }
    }
    close()
    return steps
  }
}

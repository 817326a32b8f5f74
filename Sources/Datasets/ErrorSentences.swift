import Words

extension DatasetError: CustomStringConvertible {
  /// The error as a sentence, safe to print: control characters in names and values are made visible.
  public var description: String {
    switch self {
    case .unknownDataset(let name, let suggestion):
      let advice = suggestion.map { "did you mean \($0)?" } ?? "nnplay data list names them all"
      return "there is no data set called \(quoted(name)): \(advice)"
    case .noPath(let name):
      return "there is no data set called \(quoted(name)): write csv: and the path of a file"
    case .classChoice(let dataset, let problem):
      return sentence(problem, dataset: printable(dataset))
    case .formula(let name, let problem):
      return sentence(problem, name: name)
    case .pixelSize(let text):
      let word = text.prefix { $0 != ":" }
      return "\(quoted(text)) gives no picture size: write it as \(printable(String(word))):20x20, each side from 1 to "
        + "\(PixelForm.largestSide)"
    case .imageFeature(let text):
      return "pictures have no feature \(quoted(text)): choose from pixels, pixels:WIDTHxHEIGHT, gray, "
        + "deskewed and stretched"
    case .idxSource(let text):
      return "\(quoted("idx:" + text)) names no pictures: write idx:IMAGES,LABELS, or with those of the test "
        + "idx:IMAGES,LABELS,IMAGES,LABELS, and behind them #transposed or #only=3,8"
    case .notInstalled(let dataset, let paths, let remedy):
      let places = paths.isEmpty ? "" : " (looked for \(paths.map(printable).joined(separator: ", ")))"
      return "\(dataset) is not on this machine\(places): \(remedy)"
    case .cannotRead(let file, let problem):
      return "cannot read \(printable(file)): \(sentence(problem))"
    case .cannotWrite(let file, let problem):
      return "cannot write \(printable(file)): \(sentence(problem))"
    case .brokenGzip(let file, let offset, let reason):
      return "\(printable(file)) is a damaged gzip file: \(reason) after \(grouped(offset)) bytes unpacked; "
        + "fetch it again"
    case .truncated(let file, let found, let expected):
      return "\(printable(file)) is cut off: it has \(grouped(found)) bytes of \(grouped(expected)); fetch it again"
    case .tooLong(let file, let expected):
      return "\(printable(file)) goes on after the \(grouped(expected)) bytes that it should have; fetch it again"
    case .wrongDigest(let file, let found, let expected, let remedy):
      return "\(printable(file)) is not the published file: its MD5 is \(found), not \(expected); \(remedy)"
    case .format(let file, let problem):
      return "\(printable(file)) \(sentence(problem))"
    case .table(let place, let problem):
      return "\(sentence(place)): \(sentence(problem))"
    case .png(let file, let problem):
      return "\(printable(file)) \(sentence(problem))"
    case .strokes(let file, let line, let character, let problem):
      return "\(printable(file)), line \(grouped(line)), character \(grouped(character)): \(sentence(problem))"
    }
  }

  /// A formula with a mistake in it and, on the next line, a mark under the place; nil for all other errors.
  public var marked: String? {
    if case .formula(_, .malformed(let error)) = self { error.marked } else { nil }
  }

  private func sentence(_ problem: LabelFormulaProblem, name: String?) -> String {
    let name = name.map(quoted) ?? "the formula"
    return switch problem {
    case .malformed(let error): "\(error)"
    case .constant: "\(name) is the same everywhere, which is what biases are for: write a formula of x1 and x2"
    case .undefined:
      "\(name) has no value, or one beyond a million, nearly everywhere from −6 to 6: write a formula that has one there"
    case .neverTrue:
      "\(name) is true nowhere from −6 to 6, which leaves one class: write a condition that parts the map"
    case .alwaysTrue:
      "\(name) is true everywhere from −6 to 6, which leaves one class: write a condition that parts the map"
    }
  }

  private func sentence(_ problem: ClassChoiceProblem, dataset: String) -> String {
    switch problem {
    case .takesNone:
      "\(dataset) does not come with a choice of classes: write just \(dataset)"
    case .unknown(let name, let known):
      "\(dataset) has no class \(quoted(name)): its classes are \(known.joined(separator: ", "))"
    case .twice(let name):
      "\(dataset) is asked for class \(quoted(name)) twice: name each class once"
    case .fewerThanTwo:
      "one class of \(dataset) leaves nothing to tell apart: name two or more, as in mnist:3,8"
    }
  }

  private func sentence(_ problem: FileProblem) -> String {
    switch problem {
    case .missing: "there is no such file; check the path"
    case .forbidden: "it may not be opened; check its permissions"
    case .notAFile: "it is not a regular file; give the path of a file"
    case .keyboard: "it is the keyboard; let a file or another program be read instead, as in nnplay train csv:- < FILE"
    case .nothingComes: "nothing comes from there, or it has been read before; save it as a file to read it again"
    case .tooLarge(let bytes, let limit):
      "it has \(grouped(bytes)) bytes, more than the \(grouped(limit)) that are taken; give a part of it"
    case .system(let words): "the system says \(quoted(words))"
    }
  }

  private func sentence(_ problem: FormatProblem) -> String {
    switch problem {
    case .notIDX(let bytes):
      "is no IDX file: it starts with \(bytes.map { hexadecimal($0) }.joined(separator: " ")), not with 00 00 and how "
        + "its numbers are stored; fetch it again"
    case .notBytes(let numbers): "holds \(numbers), and pictures are taken as bytes from 0 to 255; write it as bytes"
    case .notWhole(let numbers): "holds \(numbers), and labels are counted from 0; write them as whole numbers"
    case .dimensions(let found, let expected):
      "has \(found) dimension\(found == 1 ? "" : "s") where \(expected) are needed; are images and labels swapped?"
    case .announcesTooMuch(let sizes, let limit):
      "announces \(sizes.map(grouped).joined(separator: " × ")) bytes, more than the \(grouped(limit)) that are taken; "
        + "give a part of it, or fetch it again if it should have fewer"
    case .countsDiffer(let images, let labels):
      "has \(grouped(images)) images, but its labels file has \(grouped(labels)) labels; take both from one set"
    case .label(let label, let item, let classCount):
      "gives item \(grouped(item)) the label \(label), where 0 to \(classCount - 1) are known; fetch it again"
    case .oneClass(let label):
      "gives every picture the label \(label), so there is nothing to tell apart; take files of two classes or more"
    case .otherSize(let found, let expected):
      "has pictures of \(found[0])×\(found[1]) and those to learn from are \(expected[0])×\(expected[1]); take both from one set"
    case .records(let bytes, let recordSize):
      "has \(grouped(bytes)) bytes, which is no whole number of images of \(grouped(recordSize)) bytes; fetch it again"
    case .empty:
      "holds no image; fetch it again"
    }
  }

  private func sentence(_ place: TablePlace) -> String {
    var words = printable(place.file)
    if let line = place.line { words += ", line \(grouped(line))" }
    if let column = place.column { words += ", column \(grouped(column))" }
    if let name = place.columnName { words += " (\(shortened(name)))" }
    return words
  }

  private func sentence(_ problem: TableProblem) -> String {
    switch problem {
    case .empty: "the file is empty; it needs a line for each sample, features first and the label last"
    case .headerOnly: "there is a header but no line of data below it"
    case .foreign(let form): form.sentence
    case .notANumber(let text): "\(quoted(text)) is not a number"
    case .wordAmongFeatures(let text):
      "\(quoted(text)) is a word and most of the column are numbers; correct it, leave it empty, or leave the column out "
        + "with #without="
    case .severalHeaders:
      "words stand over columns of numbers, and a table has one header, its first line; take the other lines of names out, "
        + "or let them begin with #"
    case .notADate(let text): "\(quoted(text)) is no date, which the model was trained on in this column"
    case .unknownWord(let text, let known):
      "\(quoted(text)) is none of the words that the model was trained on: \(beginning(of: known))"
    case .tooManyWords(let count, let limit):
      "the column has \(grouped(count)) different words, and \(limit) are the most that become inputs; leave it out"
    case .missingValue: "the value is missing; fill it in, leave the line out, or train with #missing=mean"
    case .notFinite(let text): "\(quoted(text)) is not a number to learn from; leave the line out"
    case .ragged(let found, let expected):
      "the line has \(grouped(found)) column\(found == 1 ? "" : "s"), those before it have \(grouped(expected)); "
        + "give every line as many, or let a line that is no sample begin with #"
    case .oddFirstLine(let found, let expected):
      "the line has \(grouped(found)) column\(found == 1 ? "" : "s"), those below it have \(grouped(expected)); "
        + "take it out, or let it begin with #"
    case .tooFewColumns(let found, let needed):
      "there \(found == 1 ? "is 1 column" : "are \(grouped(found)) columns"), but at least \(grouped(needed)) "
        + "are needed: features first, the label last"
        + (found == 1
          ? "; if another sign than , ; | tab or blank parts them, put sep= and that sign on the first line" : "")
    case .pictureSize(let picture, let found):
      "#pixels=\(picture.sides) makes \(grouped(picture.count)) numbers a row, and "
        + "\(found == 1 ? "1 column stands" : "\(grouped(found)) columns stand") beside what is predicted; name the label "
        + "with #label=, leave columns out with #without=, or give another size"
    case .brightness(let value):
      "\(shortest(value)) is no brightness, which goes from 0 to 1, 16 or 255; leave #pixels out, or take the columns as they "
        + "stand with #targets=K"
    case .noFeatures:
      "no column is left to learn from: each is the label, empty, or differs on each line; "
        + "keep one with #with=NAME, or choose another label with #label=NAME"
    case .noWholeLine:
      "a value is missing on every line; fill the gaps with #missing=mean, or leave columns out with #without="
    case .noColumn(let name, let nearest, let width):
      "there is no column \(quoted(name)); "
        + (nearest.map { "did you mean \(shortened($0))?" }
          ?? "give a name from the header, or a number from 1 to \(grouped(width))")
    case .otherColumns(let missing, let found):
      "the model was trained on \(beginning(of: missing)), which the file does not have; its columns are \(beginning(of: found)): "
        + "add what is missing, or rename it"
    case .columnCount(let found, let needed):
      "there \(found == 1 ? "is 1 column" : "are \(grouped(found)) columns"), and the model was trained on "
        + "\(grouped(needed)); give a file with the same columns"
    case .oneClass(let name):
      "every line has the label \(quoted(name)), so there is nothing to tell apart; "
        + "choose another column with #label=NAME, #label=first or #label=N, or predict the number with #number"
    case .labelOnEachLine(let text):
      "each line has a label of its own, such as \(quoted(text)), so there is nothing to tell apart; "
        + "choose another column with #label=NAME, #label=first or #label=N"
    case .hugeLabels:
      "the labels are whole numbers of more than 15 figures, which cannot be told apart; predict the number with "
        + "#number, or write classes as words"
    case .wordAmongNumbers(let text):
      "the label \(quoted(text)) is a word, but other labels are numbers with a fraction; "
        + "use words or numbers throughout"
    case .tooManyClasses(let limit, let numeric):
      "there are more than \(limit) different labels; "
        + (numeric ? "predict the number with #number, or choose" : "choose")
        + " another column with #label=NAME or #label=N"
    case .openQuote: "the quotation mark opened here is never closed; inside a cell it is written twice"
    case .textAfterQuote:
      "after a closing quotation mark there must be a separator or the end of the line; inside a cell it is written twice"
    case .longCell(let limit):
      "the cell has more than \(grouped(limit)) bytes; is this a table, or a quotation mark missing?"
    case .tooManyValues(let limit): "the table has more than \(grouped(limit)) values; give a part of it"
    case .tooManyColumns(let limit): "the line has more than \(grouped(limit)) columns; is this a table?"
    case .option(let text):
      "\(quoted(text)) is no option of a table, or not with this value; the options are \(TableOption.forms)"
    }
  }

  private func sentence(_ problem: PNGProblem) -> String {
    switch problem {
    case .notPNG(let bytes) where bytes.isEmpty: "is empty; give a picture in PNG"
    case .notPNG(let bytes):
      "is no PNG file: it starts with \(bytes.map { hexadecimal($0) }.joined(separator: " ")), not with 89 50 4e 47; save the "
        + "picture as PNG"
    case .noPixels(let width, let height): "has \(width)×\(height) pixels: there is nothing in it"
    case .tooLarge(let width, let height, let limit):
      "has \(grouped(width))×\(grouped(height)) pixels, and \(grouped(limit)) a side are the most; make it smaller"
    case .unknownForm(let depth, let color):
      "says that its pixels are of kind \(color) with \(depth) bits, which PNG does not have; save it again"
    case .damaged(let reason): "is damaged: \(reason); save it again"
    case .oneColour: "is of one colour: there is nothing to be read"
    }
  }

  private func sentence(_ problem: StrokesProblem) -> String {
    switch problem {
    case .expected(let wanted, let found):
      "expected \(wanted), found \(found); a line looks like {\"label\": 3, \"strokes\": [[[0.1, 0.2], [0.3, 0.4]]]}"
    case .noStrokes: "the drawing has no point; leave the line out"
    case .notFinite(let text): "the coordinate \(quoted(text)) is not a finite number"
    case .tooFar(let text): "the coordinate \(quoted(text)) is further out than any pad is wide; leave the point out"
    case .tooManyPoints(let limit): "the drawing has more than \(grouped(limit)) points"
    case .label(let text):
      "the label \(quoted(text)) is no whole number from 0 to 255, nor a class's name in quotation marks"
    case .empty: "the file is empty; it needs a drawing on each line"
    }
  }

  /// The first of some names, printable.
  private func beginning(of names: [String]) -> String { names.map { shortened($0) }.beginning(most: 8) }
}

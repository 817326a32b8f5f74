import Screen

/// Everything a key can ask for, named for what the user wants.
///
/// This is the one list of actions: dispatch, the help page, the key bar and the README's table of keys are made from it.
public enum Command: String, CaseIterable, Sendable, Codable {
  case playOrPause, stepEpoch, stepBatch, rewind, newWeights, newData, slower, faster, stopAt, undo, save, openFile
  case addLayer, removeLayer, addUnit, removeUnit
  case activation, learningRate, optimizer, regularization, regularizationRate, batchSize, loss
  case dataset, editPoints, showTestData, discretise
  case nextPanel, previousPanel, left, right, up, down, enter, zoom, present, leave
  case allSettings
  case weights, probe, figures, views, equation, copyLink, digitPad, lectures, theme, help, suspend, redraw, quit
  case nextStep, previousStep, readOn, readBack, ownExperiment
  case answer1, answer2, answer3, answer4, answer5, answer6, answer7, answer8, answer9
  case clearPad, undoStroke, eraser
  case handles, keepDrawing, mistakes, nextPage, previousPage, nextPicture, previousPicture
  case saliency, become, attack, weaker, stronger
  case plane, otherDirections, farther, closer, allSamples
  case expression, otherGraph, allSteps, nextInput, previousInput
  case axisAcross, axisUp, measure, moreStarts, nextStart, previousStart
  case inside, nextMap, previousMap, nextLayer, previousLayer, kernels, backward, occlude
  case placePoint, erasePoint, class1, class2, class3, undoPoint
}

/// The heading under which the help page lists a command.
public enum CommandGroup: String, CaseIterable, Sendable {
  case run = "RUN"
  case network = "NETWORK"
  case data = "DATA"
  case move = "MOVE"
  case learn = "LEARN"
  case pad = "DIGIT PAD"
  case inside = "INSIDE"
  case views = "VIEWS"
  case points = "OWN POINTS"
}

/// Whose keys are in force: a room may give a key a meaning of its own.
public enum KeyScope: String, CaseIterable, Sendable {
  case playground, pictures, digits, lecture, points, inside, surface, forward, graph, perceptron, atlas
}

/// One line of the list: keys, a word for the key bar, a sentence for the help page and the place where it applies.
public struct CommandInfo: Sendable {
  /// The keys that ask for it, the one to be shown first in front.
  public let keys: [Key]
  /// One or two words, as the key bar shows it.
  public let word: String
  /// One sentence, as the README and the explain line show it.
  public let sentence: String
  /// The heading under which it is listed.
  public let group: CommandGroup
  /// The rooms in which the keys have this meaning.
  public let scopes: Set<KeyScope>

  init(
    _ keys: [Key], _ word: String, _ sentence: String, _ group: CommandGroup,
    in scopes: Set<KeyScope> = Set(KeyScope.allCases)
  ) {
    self.keys = keys
    self.word = word
    self.sentence = sentence
    self.group = group
    self.scopes = scopes
  }
}

extension Command {
  /// The command's line in the list.
  public var info: CommandInfo { Self.lines[self] ?? line }

  /// Every frame looks up many lines: they are made once.
  private static let lines = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.line) })

  private var line: CommandInfo {
    switch self {
    case .playOrPause: CommandInfo([.space], "run, pause", "Starts and pauses training.", .run)
    case .stepEpoch: CommandInfo([".".key], "one epoch", "Trains one epoch: every training sample once.", .run)
    case .stepBatch:
      CommandInfo([",".key], "one mini-batch", "Trains one mini-batch: a single update of the weights.", .run)
    case .rewind: CommandInfo(["r".key], "same weights", "Goes back to epoch 0 with the same first weights.", .run)
    case .newWeights:
      CommandInfo(["R".key], "new weights", "Goes back to epoch 0 with new random weights from a new seed.", .run)
    case .slower:
      CommandInfo(["<".key], "slower", "Trains fewer epochs a second.", .run, in: Self.withRun)
    case .faster:
      CommandInfo(
        [">".key], "faster", "Trains more epochs a second, up to all that the machine can.", .run,
        in: Self.withRun)
    case .stopAt:
      CommandInfo(
        ["S".key], "stop at", "Sets an epoch or a loss at which training stops.", .run,
        in: [.playground, .pictures, .digits])
    case .undo:
      CommandInfo([.backspace], "undo", "Takes the last change back; a run that it ended goes on where it stood.", .run)
    case .save:
      CommandInfo(
        ["s".key], "save",
        "Saves the experiment (.yaml), the model (.safetensors), the points (.csv) or the network in Python (.py).",
        .run)

    case .openFile:
      CommandInfo(
        ["O".key], "open", "Lists what can be opened in this folder: experiments, models, tables, lectures, links.",
        .run)

    case .addLayer:
      CommandInfo(
        ["+".key], "more layers", "Adds a hidden layer; on pictures it lists a convolution, a pool and units.", .network
      )
    case .removeLayer: CommandInfo(["-".key], "fewer layers", "Takes the last hidden layer away.", .network)
    case .addUnit: CommandInfo(["]".key], "more units", "Adds a unit to the current layer.", .network)
    case .removeUnit: CommandInfo(["[".key], "fewer units", "Takes a unit from the current layer.", .network)
    case .activation: CommandInfo(["a".key], "activation", "Chooses the activation of the hidden units.", .network)
    case .learningRate:
      CommandInfo(["e".key], "learning rate", "Chooses the learning rate; nothing is reset.", .network)
    case .optimizer: CommandInfo(["o".key], "optimiser", "Chooses how gradients become steps.", .network)
    case .regularization: CommandInfo(["g".key], "regularisation", "Chooses what large weights cost.", .network)
    case .regularizationRate: CommandInfo(["G".key], "its rate", "Chooses how much large weights cost.", .network)
    case .loss: CommandInfo(["f".key], "loss function", "Chooses what is counted as error.", .network)

    case .allSettings:
      CommandInfo(
        ["E".key], "all settings", "Lists every key of the experiment, its value, and whether it is the default.",
        .network)

    case .dataset: CommandInfo(["d".key], "data set", "Chooses the data set.", .data)
    case .newData:
      CommandInfo(
        ["n".key], "new samples", "Draws new samples of the same kind.", .data, in: [.playground, .pictures, .lecture])
    case .batchSize: CommandInfo(["b".key], "batch size", "Chooses how many samples one update averages.", .data)
    case .showTestData:
      CommandInfo(
        ["t".key], "show test data", "Shows the test samples on the map too.", .data,
        in: [.playground, .pictures, .lecture])
    case .discretise:
      CommandInfo(
        ["c".key], "discretise", "Shows the answer as one of two colours; only the picture changes.", .data,
        in: [.playground, .pictures, .lecture])
    case .editPoints:
      CommandInfo(
        ["i".key], "own points", "Places and erases samples of your own.", .data, in: [.playground, .pictures])
    case .digitPad: CommandInfo(["p".key], "digit pad", "Opens the pad to draw a digit, or leaves it.", .data)

    case .nextPanel: CommandInfo([.tab], "next panel", "Moves the focus to the next panel.", .move)
    case .previousPanel: CommandInfo([.backTab], "panel before", "Moves the focus to the panel before.", .move)
    case .left:
      CommandInfo(
        [.left, "h".key], "left", "Moves the focus left; in a list of weights it makes the value smaller.", .move)
    case .right:
      CommandInfo([.right], "right", "Moves the focus right; in a list of weights it makes the value larger.", .move)
    case .up: CommandInfo([.up, "k".key], "up", "Moves the focus up.", .move)
    case .down: CommandInfo([.down, "j".key], "down", "Moves the focus down.", .move)
    case .enter:
      CommandInfo(
        [.enter], "edit, toggle", "Edits or toggles what has the focus; of a unit it lists the weights.", .move)
    case .zoom:
      CommandInfo(
        ["z".key], "zoom", "Shows the map, the network, then the losses as large as the window, and all panels again.",
        .move)
    case .present:
      CommandInfo(
        ["Z".key], "large letters", "Shows the keys that are pressed, the loss and the epoch in large letters.", .move)
    case .leave: CommandInfo([.escape], "leave", "Leaves whatever is open.", .move)

    case .lectures: CommandInfo(["l".key], "lectures", "Opens the list of lectures, or leaves the lecture.", .learn)
    case .weights:
      CommandInfo(
        ["w".key], "its weights", "Lists the weights and the bias of the current unit, to be changed by hand.", .network
      )
    case .probe:
      CommandInfo(
        ["y".key], "one sample",
        "Looks closely at one sample: each unit shows its answer, each line what it carries; again, at the next.",
        .learn, in: [.playground, .lecture])
    case .figures:
      CommandInfo(
        ["m".key], "measures",
        "Shows accuracy or R², what is taken for what, precision, recall, F1, and the ROC with a threshold to be moved.",
        .learn)
    case .views:
      CommandInfo(
        ["v".key], "views",
        "Lists what else can be seen: gradients by layer, the loss around the weights, matrices of a step, a computation graph, a perceptron, a map of trainings.",
        .learn,
        in: [.playground, .pictures, .digits, .lecture, .inside, .surface, .forward, .graph, .perceptron, .atlas])
    case .equation:
      CommandInfo(["=".key], "equation", "Writes the whole network as equations with its numbers.", .learn)
    case .copyLink:
      CommandInfo(
        ["u".key], "copy a link",
        "Shows and copies the TensorFlow Playground link of what is on screen, the command that opens it here, and the "
          + "network in Python.", .learn,
        in: [.playground, .pictures, .lecture])
    case .theme: CommandInfo(["T".key], "theme", "Chooses theme, glyphs and colours.", .learn)
    case .help: CommandInfo(["?".key], "all keys", "Shows all keys.", .learn)
    case .suspend: CommandInfo([.control("z")], "suspend", "Suspends the program; `fg` brings it back.", .learn)
    case .redraw: CommandInfo([.control("l")], "redraw", "Draws the whole screen again.", .learn)
    case .quit: CommandInfo(["q".key, .control("c")], "quit", "Leaves the program.", .learn)

    case .nextStep: CommandInfo([.right], "next step", "Goes to the lecture's next step.", .learn, in: [.lecture])
    case .previousStep: CommandInfo([.left], "step back", "Goes to the lecture's step before.", .learn, in: [.lecture])
    case .readOn:
      CommandInfo([.pageDown], "reads on", "Turns to the next page of the lecture's text.", .learn, in: [.lecture])
    case .readBack:
      CommandInfo([.pageUp], "page back", "Turns to the page of the lecture's text before.", .learn, in: [.lecture])
    case .ownExperiment:
      CommandInfo(["0".key], "start over", "Sets the experiment of the lecture's step again.", .learn, in: [.lecture])
    case .answer1:
      CommandInfo(["1".key], "answer", "Answers the lecture's question with its first choice.", .learn, in: [.lecture])
    case .answer2: CommandInfo(["2".key], "answer", "Answers with the second choice.", .learn, in: [.lecture])
    case .answer3: CommandInfo(["3".key], "answer", "Answers with the third choice.", .learn, in: [.lecture])
    case .answer4: CommandInfo(["4".key], "answer", "Answers with the fourth choice.", .learn, in: [.lecture])
    case .answer5: CommandInfo(["5".key], "answer", "Answers with the fifth choice.", .learn, in: [.lecture])
    case .answer6: CommandInfo(["6".key], "answer", "Answers with the sixth choice.", .learn, in: [.lecture])
    case .answer7: CommandInfo(["7".key], "answer", "Answers with the seventh choice.", .learn, in: [.lecture])
    case .answer8: CommandInfo(["8".key], "answer", "Answers with the eighth choice.", .learn, in: [.lecture])
    case .answer9: CommandInfo(["9".key], "answer", "Answers with the ninth choice.", .learn, in: [.lecture])

    case .clearPad: CommandInfo(["c".key], "clear the pad", "Wipes the pad.", .pad, in: [.digits])
    case .undoStroke: CommandInfo(["u".key], "undo a stroke", "Takes the last stroke back.", .pad, in: [.digits])
    case .eraser: CommandInfo(["x".key], "eraser", "Changes between pen and eraser.", .pad, in: [.digits])

    case .handles:
      CommandInfo(
        ["H".key], "handles", "Moves, turns, shrinks, thickens, pales or covers the picture while the answers follow.",
        .pad,
        in: Self.withPictures)
    case .keepDrawing:
      CommandInfo(
        ["K".key], "keep", "Keeps the drawing with what it is, to be trained on as kept or mnist+kept.", .pad,
        in: [.pictures, .digits])
    case .mistakes:
      CommandInfo(
        ["M".key], "mistakes", "Shows the test pictures that are read wrong, or all again.", .pad,
        in: [.pictures, .digits])
    case .nextPage:
      CommandInfo([.pageDown], "next page", "Shows more test pictures.", .pad, in: [.pictures, .digits])
    case .previousPage:
      CommandInfo([.pageUp], "page before", "Shows the test pictures before.", .pad, in: [.pictures, .digits])
    case .nextPicture: CommandInfo(["n".key], "next picture", "Takes the next test picture.", .inside, in: [.inside])
    case .previousPicture:
      CommandInfo(["N".key], "picture before", "Takes the test picture before.", .inside, in: [.inside])
    case .saliency:
      CommandInfo(
        ["y".key], "saliency", "Paints over the picture how each pixel moves the answer.", .pad, in: Self.withPictures)
    case .become:
      CommandInfo(
        ["Y".key], "what makes it", "Changes the picture in ten steps until it is what you choose.", .pad,
        in: Self.withPictures)
    case .attack:
      CommandInfo(
        ["A".key], "attack", "Changes every pixel a little, in the direction that hurts the answer most.", .pad,
        in: Self.withPictures)
    case .weaker: CommandInfo(["(".key], "weaker", "Makes the attack weaker.", .pad, in: Self.withPictures)
    case .stronger: CommandInfo([")".key], "stronger", "Makes the attack stronger.", .pad, in: Self.withPictures)

    case .inside:
      CommandInfo(
        ["I".key], "look inside", "Shows the maps of a network that looks at pictures, or leaves them.", .inside,
        in: [.pictures, .lecture, .inside])
    case .nextMap: CommandInfo([.tab], "next map", "Goes to the layer's next map.", .inside, in: [.inside])
    case .previousMap: CommandInfo([.backTab], "map before", "Goes to the map before.", .inside, in: [.inside])
    case .nextLayer: CommandInfo([">".key], "next layer", "Goes a layer on.", .inside, in: [.inside, .forward])
    case .previousLayer: CommandInfo(["<".key], "layer before", "Goes a layer back.", .inside, in: [.inside, .forward])
    case .kernels:
      CommandInfo(["w".key], "kernels", "Shows the kernels large in the maps' place.", .inside, in: [.inside])
    case .backward:
      CommandInfo(
        ["b".key], "backward", "Shows the errors that go back, and how they move the weights.", .inside, in: [.inside])
    case .occlude:
      CommandInfo(
        ["o".key], "occlude", "Covers the picture with a moving square and shows where the evidence stands.", .inside,
        in: [.inside])

    case .plane:
      CommandInfo(
        ["p".key], "plane", "Chooses the plane through the weights: random, that of the path so far, or two weights.",
        .views, in: [.surface])
    case .otherDirections:
      CommandInfo(["n".key], "other directions", "Draws other random directions.", .views, in: [.surface])
    case .farther:
      CommandInfo(["(".key], "farther", "Shows more of the surface, or of the map.", .views, in: [.surface, .atlas])
    case .closer:
      CommandInfo([")".key], "closer", "Shows less of the surface or the map, larger.", .views, in: [.surface, .atlas])

    case .allSamples:
      CommandInfo(
        ["b".key], "all samples", "Goes through all training samples, or those of the next mini-batch alone.", .views,
        in: [.forward])

    case .expression: CommandInfo(["=".key], "expression", "Types the expression of the graph.", .views, in: [.graph])
    case .otherGraph:
      CommandInfo(
        ["g".key], "graph of", "Chooses what the graph is of: an expression, a unit, a small network.", .views,
        in: [.graph])
    case .allSteps:
      CommandInfo(
        [".".key], "all steps", "Goes through the graph to its end, or back to its start.", .views, in: [.graph])
    case .nextInput: CommandInfo([.tab], "next variable", "Chooses the graph's next variable.", .views, in: [.graph])
    case .previousInput:
      CommandInfo([.backTab], "variable before", "Chooses the variable before.", .views, in: [.graph])

    case .axisAcross:
      CommandInfo(["x".key], "across", "Chooses the key that differs from column to column.", .views, in: [.atlas])
    case .axisUp: CommandInfo(["y".key], "up", "Chooses the key that differs from row to row.", .views, in: [.atlas])
    case .measure:
      CommandInfo(
        ["c".key], "colours", "Chooses what the colours tell: success, loss, epochs needed or test gap.", .views,
        in: [.atlas])
    case .moreStarts:
      CommandInfo(["+".key], "more starts", "Tries twice as many first weights in each cell.", .views, in: [.atlas])
    case .nextStart:
      CommandInfo([.tab], "next start", "Takes the next first weights of the cell.", .views, in: [.atlas])
    case .previousStart:
      CommandInfo([.backTab], "start before", "Takes the first weights before.", .views, in: [.atlas])

    case .placePoint:
      CommandInfo([.enter], "place", "Places a sample of the chosen class under the cursor.", .points, in: [.points])
    case .erasePoint:
      CommandInfo(["x".key, .delete], "erase", "Erases the sample nearest the cursor.", .points, in: [.points])
    case .class1: CommandInfo(["1".key], "orange", "Chooses class −1, or the first.", .points, in: [.points])
    case .class2: CommandInfo(["2".key], "blue", "Chooses class +1, or the second.", .points, in: [.points])
    case .class3:
      CommandInfo(["3".key], "third", "Chooses the third class, where there is one.", .points, in: [.points])
    case .undoPoint: CommandInfo(["u".key], "undo", "Takes the last placing or erasing back.", .points, in: [.points])
    }
  }
}

extension Command {
  /// Where the run is watched.
  private static let withRun: Set<KeyScope> = [.playground, .pictures, .lecture, .surface]
  /// Where there may be a picture to be asked about.
  private static let withPictures: Set<KeyScope> = [.pictures, .digits, .inside]

  /// The commands that answer a question, by the choice that they take, counted from 0.
  static let answers: [Command] = [
    .answer1, .answer2, .answer3, .answer4, .answer5, .answer6, .answer7, .answer8, .answer9,
  ]
}

extension String {
  /// The key that types this one character.
  fileprivate var key: Key { .character(Character(String(first ?? " "))) }
}

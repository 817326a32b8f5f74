import Playground
import Screen

/// TensorFlow Playground's links: out to the clipboard, in by pasting.
extension Shell {
  /// Shows and copies the link of what is on the screen, and says what the page cannot express.
  mutating func copyLink() -> [Effect] {
    let link = PlaygroundLink(experiment, showTestData: showsTestData, discretize: discretises)
    var lines = [link.description, ""]
    let notes = link.notes + (changedByHand.map { ["\($0) are in no link."] } ?? [])
    if notes.isEmpty {
      lines.append("Copied, if your terminal allows it. The page opens it with the same samples and first weights.")
    } else {
      lines.append("Copied, if your terminal allows it. The page cannot express all of this:")
      lines += notes.map { "· " + $0 }
    }
    lines += [
      "",
      "Enter shows and copies the command that opens it here, all of it, and then the network as a program in Python.",
    ]
    overlay = .message(
      Message(title: "Link to TensorFlow Playground", lines: lines, pages: [commandPage] + codePages))
    return [.copyToClipboard(link.description)]
  }

  /// The command that opens the experiment in play, and what it cannot hold.
  private var commandPage: Message {
    let command = experiment.commandLine
    let left =
      (experiment.points == nil ? [] : ["Your own points are in no command: s saves them with the experiment."])
      + (changedByHand.map { ["\($0) are in no command: s saves them with the model."] } ?? [])
    return Message(
      title: "The command that opens this here",
      lines: [command, ""]
        + (left.isEmpty
          ? ["Copied, if your terminal allows it. It opens with the same samples and first weights."] : left),
      copied: command)
  }

  /// The network of now as a program.
  private var codePages: [Message] {
    PythonCode.Library.allCases.compactMap { library in
      pythonCode(library).map { code in
        var page = Message(
          title: "In \(library.rawValue): copied, and s saves it",
          lines: code.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init),
          copied: code.text)
        page.isVerbatim = true
        return page
      }
    }
  }

  /// The network of now in Python, with the file that `s` would save the model in.
  func pythonCode(_ library: PythonCode.Library) -> PythonCode? {
    snapshot.map { snapshot in
      PythonCode(
        library, of: snapshot.network, snapshot.material.preparation, loss: snapshot.resolved.loss,
        smoothing: snapshot.resolved.labelSmoothing,
        modelPath: fileStem + Effect.SavedThing.model.endings[0])
    }
  }

  /// The weights that were set by hand along the run, which only a model holds; nil where none were.
  var changedByHand: String? {
    let epochs = Set((snapshot?.changes ?? []).filter(\.isParameter).map(\.epoch)).sorted()
    guard !epochs.isEmpty else { return nil }
    return "The weights set by hand at epoch \(epochs.map(Number.count).joined(separator: ", "))"
  }

  /// A pasted link opens, whatever stands around it; anything else is left alone.
  mutating func openPasted(_ text: String) -> [Effect] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let start = words.firstIndex(where: PlaygroundLink.isLink) else {
      notice = Notice(text: "Only a link of TensorFlow Playground or the path of a file can be pasted here.")
      return []
    }
    // Mail breaks long lines: what goes on in the next one still has keys and values.
    let address = words[start] + words[(start + 1)...].prefix { $0.contains("=") }.joined()
    guard let link = PlaygroundLink(address) else {
      notice = Notice(text: "\(LinkRefusal(address))", isAlarm: true)
      return []
    }
    let (experiment, notes) = link.experiment()
    showLike(link)
    return open(experiment, remarks: notes, hidden: Set(link.hiddenControls))
  }

  /// The page's own switches of what is drawn.
  mutating func showLike(_ link: PlaygroundLink) {
    showsTestData = link.showTestData
    discretises = link.discretize
  }
}

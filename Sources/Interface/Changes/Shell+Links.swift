import Playground
import Screen

/// TensorFlow Playground's links: out to the clipboard, in by pasting.
extension Shell {
  /// Shows and copies the link of what is on the screen, and says what the page cannot express.
  mutating func copyLink() -> [Effect] {
    let link = PlaygroundLink(experiment, showTestData: showsTestData, discretize: discretises)
    var lines = [link.description, ""]
    if link.notes.isEmpty {
      lines.append(
        snapshot?.beginsAsOpened ?? true
          ? "Copied, if your terminal allows it. The page opens it with the same samples and first weights."
          : "Copied, if your terminal allows it. The page opens it with the same samples, and other first weights.")
    } else {
      lines.append("Copied, if your terminal allows it. The page cannot express all of this:")
      lines += link.notes.map { "· " + $0 }
    }
    overlay = .message(Message(title: "Link to TensorFlow Playground", lines: lines))
    return [.copyToClipboard(link.description)]
  }

  /// A pasted link opens, whatever stands around it; anything else is left alone.
  mutating func openPasted(_ text: String) -> [Effect] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let start = words.firstIndex(where: PlaygroundLink.isLink) else {
      notice = Notice(text: "Only a link of TensorFlow Playground can be pasted here.")
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

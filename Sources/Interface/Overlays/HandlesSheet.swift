import Datasets
import Screen

/// The handles of the picture that is read: what is turned here is seen at once in the answers.
public struct HandlesSheet: Sheet, Equatable {
  private(set) var selected = 0

  private static let width = 26
  private static let nameColumns = 10
  private static let sliderColumns = 10

  private var handle: Handle { Handle.allCases[selected] }

  var hints: [KeyRow.Entry] {
    [
      KeyRow.Entry(keys: "Up Down", word: "handle"), KeyRow.Entry(keys: "Left Right", word: "turn it"),
      KeyRow.Entry(keys: "0", word: "let it go"), KeyRow.Entry(keys: "r", word: "let all go"), .close,
    ]
  }

  func draw(_ shell: Shell, in scene: inout Scene) {
    // Over the pad: what is seen and said of the picture stands beside it.
    let pad = shell.isZoomed ? Rect(shell.size) : shell.digitsLayout.pad
    scene.besides = Rect(x: 0, y: 1, width: pad.maxX + 2, height: shell.size.height - 2)
    let room = scene.openPanel(Size(Self.width, Handle.allCases.count), title: "Handles", note: "")
    for (row, handle) in Handle.allCases.enumerated() {
      let y = room.y + row
      let isChosen = row == selected
      scene.frame.choice(handle.rawValue, isChosen: isChosen, x: room.x, y: y)
      let x = room.x + Self.nameColumns + 2
      let value = shell.handling[handle]
      let share = (value - handle.range.low) / (handle.range.high - handle.range.low)
      scene.frame.bar(share, x: x, y: y, width: Self.sliderColumns, isChosen ? .accent : .dim)
      scene.frame.put(
        handle.text(value), endingAt: room.maxX, y: y, value == handle.range.none ? .dim : .strong)
      scene.mark(Rect(x: room.x, y: y, width: room.width, height: 1), as: .row(row))
    }
  }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] {
    var sheet = self
    let count = Handle.allCases.count
    switch key {
    case .up, .backTab, "k": sheet.selected = (selected + count - 1) % count
    case .down, .tab, "j": sheet.selected = (selected + 1) % count
    case .left, "h", "-": shell.handling[handle] -= handle.step
    case .right, "l", "+": shell.handling[handle] += handle.step
    case "0", .backspace, .delete: shell.handling[handle] = handle.range.none
    case "r": shell.handling = Handling()
    case "H", "q", .enter:
      shell.overlay = nil
      return []
    case _: break
    }
    shell.overlay = .handles(sheet)
    return []
  }

  /// A click sets a handle where its track was hit.
  func choose(row: Int, _ shell: inout Shell) -> [Effect] {
    guard Handle.allCases.indices.contains(row) else { return [] }
    var sheet = self
    sheet.selected = row
    if let pointer = shell.pointer, let line = shell.regions.rect(of: .row(row)) {
      let x = line.x + Self.nameColumns + 2
      if (x..<x + Self.sliderColumns).contains(pointer.x) {
        let (handle, share) = (sheet.handle, Frame.sliderShare(column: pointer.x, x: x, width: Self.sliderColumns))
        let value = handle.range.low + share * (handle.range.high - handle.range.low)
        shell.handling[handle] = (value / handle.step).rounded() * handle.step
      }
    }
    shell.overlay = .handles(sheet)
    return []
  }

  /// The wheel turns the chosen handle.
  func scroll(by step: Int, _ shell: inout Shell) -> [Effect] {
    shell.handling[handle] -= Double(step) * handle.step
    return []
  }
}

extension Handle {
  /// A value of the handle as the screen says it.
  func text(_ value: Double) -> String {
    switch self {
    case .right, .down: Number.plain(value, decimals: 0)
    case .turn: "\(Number.plain(value, decimals: 0))°"
    case .size, .light, .cover: "\(Number.plain(value * 100, decimals: 0)) %"
    case .thickness: Number.plain(value, decimals: 2)
    }
  }
}

extension Handling {
  /// What was done, in few words: `turn 20°, size 80 %`.
  var words: String {
    Handle.allCases.filter { self[$0] != $0.range.none }.map { "\($0.rawValue) \($0.text(self[$0]))" }
      .joined(separator: ", ")
  }
}

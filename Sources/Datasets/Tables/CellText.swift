/// The text of a cell that is a word: without blanks around it, and without Weka's single quotation marks.
///
/// What is no UTF-8 is taken for Windows-1252, which spreadsheets still write.
func word(of text: UnsafeRawBufferPointer) -> String {
  let (first, last) = CellReading.bounds(text)
  var inner = text[first..<last]
  let quote = UInt8(ascii: "'")
  if inner.count > 1, inner.first == quote, inner.last == quote { inner = inner.dropFirst().dropLast() }
  if let word = String(validating: inner, as: UTF8.self) { return word }
  return String(String.UnicodeScalarView(inner.map(scalarOfWindows)))
}

/// A byte of Windows-1252: Latin-1 but for 0x80…0x9f, where it has quotation marks, dashes and the euro's sign.
private func scalarOfWindows(_ byte: UInt8) -> Unicode.Scalar {
  let first: UInt8 = 0x80
  guard byte >= first, Int(byte - first) < windowsOnly.count else { return Unicode.Scalar(byte) }
  return windowsOnly[Int(byte - first)]
}

/// The scalars of 0x80…0x9f; the five bytes that stand for nothing are Latin-1's controls.
private let windowsOnly = Array(
  "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ".unicodeScalars)

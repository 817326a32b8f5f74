import ArgumentParser

/// A setting as it is typed after `--set`: `hidden=[4,2]`.
struct Assignment: ExpressibleByArgument {
  let key: String
  let value: String

  init?(argument: String) {
    guard let mark = argument.firstIndex(of: "="), mark > argument.startIndex else { return nil }
    key = String(argument[..<mark])
    value = String(argument[argument.index(after: mark)...])
  }
}

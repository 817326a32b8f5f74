import ArgumentParser

@main struct NNPlay: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "nnplay")
}

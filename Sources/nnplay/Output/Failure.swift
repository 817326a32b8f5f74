import ArgumentParser
import Datasets
import Glibc
import Playground

/// How the program ends: 0 done, 1 diverged or goal missed, 2 usage or bad input; 128 and the signal's
/// number where a signal ended it.
enum ExitStatus: Int32 {
  case done = 0
  case notReached = 1
  case badInput = 2
}

/// What the user typed or named cannot be used: one sentence with the value and the remedy.
struct BadInput: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// What was asked for did not come about: one sentence with what was waited for and the remedy.
struct NotReached: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// The program's way out of an error.
enum Failure {
  /// Says what went wrong, or shows the help that was asked for, and ends the program.
  static func end(with error: any Error) -> Never {
    let code = NNPlay.exitCode(for: error)
    if !(error is ExitCode), !code.isSuccess, let sentence = NNPlay.misspelling(CommandLine.arguments.dropFirst()) {
      Output.remark("nnplay: \(sentence)")
      exit(ExitStatus.badInput.rawValue)
    }
    if error is ExitCode {
      exit(code.rawValue)
    } else if code.isSuccess {
      Output.line(NNPlay.fullMessage(for: error))
      exit(ExitStatus.done.rawValue)
    } else if code == .validationFailure {
      // The last line of the long form names the command whose help has the remedy.
      let remedy = NNPlay.fullMessage(for: error).split(separator: "\n").last ?? ""
      let message = NNPlay.message(for: error)
      Output.remark("nnplay: \(message)\(message.hasSuffix("?") ? "" : ".") \(remedy.drop { $0 == " " })")
    } else {
      Output.remark("nnplay: \(NNPlay.message(for: error))")
      let marked = (error as? ExperimentError)?.marked ?? (error as? DatasetError)?.marked
      for line in marked?.split(separator: "\n") ?? [] { Output.remark("  \(line)") }
    }
    exit((error is NotReached ? ExitStatus.notReached : .badInput).rawValue)
  }
}

extension ExitCode {
  init(_ status: ExitStatus) {
    self.init(status.rawValue)
  }
}

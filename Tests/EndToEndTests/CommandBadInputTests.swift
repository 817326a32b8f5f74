import Foundation
import Testing

@Suite("Bad input")
struct CommandBadInputTests {
  static let cases: [([String], String)] = [
    (
      ["nope"],
      "There is no lecture, data set, file or link \"nope\". "
        + "`nnplay data list` and `nnplay lectures list` show the names."
    ),
    (
      ["train", "cirle"],
      "There is no lecture, data set, file or link \"cirle\": did you mean circle? "
        + "`nnplay data list` and `nnplay lectures list` show the names."
    ),
    (
      ["circle"],
      "The playground needs a terminal and standard output is none: run nnplay in a terminal, or train "
        + "without a screen with nnplay train circle."
    ),
    (["train", "circle", "--epochs", "0"], "epochs cannot be \"0\". It takes a whole number from 1 to 1000000000."),
    (
      ["train", "circle", "--set", "noise=81"],
      "noise cannot be \"81\". It takes a number of per cent from 0 to 80."
    ),
    (["train", "circle", "--set", "activation=thanh"], "activation cannot be \"thanh\": did you mean tanh? It takes "),
    (["train", "circle", "--set", "lerningRate=1"], "There is no key \"lerningRate\": did you mean learningRate? "),
    (
      ["train", "circle", "--set", "hidden"],
      "The value 'hidden' is invalid for '--set <key=value>'. See 'nnplay train --help' for more information."
    ),
    (["train", "circle", "--threads", "0"], "--threads is 0: give a number from 1 to 256."),
    (
      ["train", "circle", "--epoch", "3"],
      "Unknown option '--epoch'. Did you mean '--epochs'? "
        + "See 'nnplay train --help' for more information."
    ),
    (["train"], "Missing expected argument '<source>'. See 'nnplay train --help' for more information."),
    (["trian", "circle"], "There is no command \"trian\": did you mean train?"),
    (["trian", "circle", "--epochs", "3"], "There is no command \"trian\": did you mean train?"),
    (["predcit", "--model", "m"], "There is no command \"predcit\": did you mean predict?"),
    (["snapsot"], "There is no command \"snapsot\": did you mean snapshot?"),
    (["train", "trian"], "There is no lecture, data set, file or link \"trian\""),
    (
      ["train", "circle", "--until", "test-accuracy>90"],
      "testAccuracy is a share from 0 to 1, so that > 90 can never hold: write 0.9."
    ),
    (["train", "circle", "--until", "train-loss<-1"], "trainLoss is never below 0, so that < -1 can never hold"),
    (
      ["train", "plane", "--until", "test-accuracy>0.9"],
      "testAccuracy is the share of right answers and plane has numbers to predict: take testLoss."
    ),
    (
      ["train", "circle", "--set", "trainRatio=1", "--until", "test-accuracy>0.9"],
      "testAccuracy needs samples for the test and trainRatio 1 keeps none: lower it, or take trainAccuracy."
    ),
    (
      ["snapshot", "circle", "--size", "120x"],
      "--size cannot be \"120x\": it takes columns and rows from 1 to 1000, such as 120x40."
    ),
    (["snapshot", "circle", "--size", "0x40"], "--size cannot be \"0x40\""),
    (
      ["snapshot", "circle", "--theme", "blue"],
      "--theme cannot be \"blue\": it takes dark, light, high-contrast, monochrome or mono."
    ),
    (["train", "circle", "--until", "loss"], "a goal cannot be \"loss\". It takes trainLoss, "),
    (
      ["train", "/no/such/file.yaml"],
      "\"/no/such/file.yaml\" cannot be read (No such file or directory): "
        + "give the path of an experiment file."
    ),
    (["train", "rows.csv"], "\"rows.csv\" cannot be read"),
    (
      ["train", "/dev/null"],
      "\"/dev/null\" cannot be read (no key of an experiment came from there): let a file or another program be read"
    ),
    (["train", "circle", "--epochs", "-1"], "epochs cannot be \"-1\". It takes a whole number from 1 to 1000000000."),
    (["train", "circle", "--threads", "-1"], "--threads is -1: give a number from 1 to 256."),
    (["train", "circle", "--save", "/"], "\"/\" names no file: give the path of a file to write."),
    (
      ["train", "plane", "--set", "loss=softmaxCrossEntropy"],
      "loss softmaxCrossEntropy tells classes apart and plane has numbers to predict: "
    ),
    (["train", "perceptron#99"], "perceptron has no step \"99\": give one of 1 to 9."),
    (["train", "csv:/no/such.csv"], "cannot read /no/such.csv: there is no such file; check the path"),
    (["lectures", "show", "perceptrn"], "There is no lecture \"perceptrn\": did you mean perceptron? "),
    (
      ["data", "verify", "circle"],
      "circle is made from its seed and has no files: give mnist, fashion-mnist or cifar-10."
    ),
    (["train", "\u{1B}[2Jcircle"], "There is no lecture, data set, file or link \"\\u{1b}[2Jcircle\""),
  ]

  @Test("one sentence with the value and the remedy, and exit status 2", arguments: cases)
  func sentence(arguments: [String], sentence: String) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == 2)
    #expect(run.lines.isEmpty)
    #expect(run.errors.hasPrefix("nnplay: \(sentence)"), "\(run.errors)")
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test("a broken experiment file names its line")
  func experimentFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("broken.yaml", "dataset: xor\nhiden: [4]\n")
    let run = try CommandRun("train", path)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("nnplay: \(path):2: There is no key \"hiden\": did you mean hidden?"))
  }

  @Test("every mistake of a lecture is printed with file and line")
  func lecture() throws {
    let folder = try TemporaryFolder()
    let text = "---\ntitle: T\norder: 1\nsummary: S\n---\n## A\n```goal\nnothing\n```\n"
    let path = try folder.write("mine.md", text)
    let run = try CommandRun("lectures", "check", path)
    #expect(run.status == 2)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first == "\(path):1: \"minutes\" is missing: add a line such as minutes: 15.")
    #expect(lines.last?.hasPrefix("\(path):8: a goal cannot be \"nothing\".") == true)
  }
}

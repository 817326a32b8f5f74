import Foundation
import Testing

@Suite("nnplay predict and data export")
struct CommandPredictTests {
  @Test("what is exported, trained and saved is predicted with the accuracy that training told")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let export = try CommandRun("data", "export", "moons", "--csv", folder.path("moons.csv"))
    #expect(export.status == 0)
    // The same points in the same order: the first half is what the experiment trains on.
    let train = try CommandRun(
      "train", "moons", "--epochs", "20", "--json", "--save", folder.path("moons.safetensors"))
    #expect(train.status == 0)
    let last = try #require(train.objects.last { $0["type"] as? String == "epoch" })
    let accuracies = ["trainAccuracy", "testAccuracy"].compactMap { last[$0] as? Double }

    let run = try CommandRun(
      "predict", "--model", folder.path("moons.safetensors"), "--csv", folder.path("moons.csv"), "--json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.count == 501)
    #expect(run.objects.dropLast().allSatisfy { $0["type"] as? String == "prediction" })
    let halves = [run.objects[..<250], run.objects[250..<500]].map { half in
      Double(half.count { $0["right"] as? Bool == true }) / 250
    }
    #expect(halves == accuracies)
    #expect(run.objects.last?["samples"] as? Int == 500)
    #expect(abs((run.objects.last?["accuracy"] as? Double ?? 0) - (halves[0] + halves[1]) / 2) < 1e-9)
  }

  @Test("the points of a line are read back as one column and its number")
  func line() throws {
    let folder = try TemporaryFolder()
    let (model, rows) = (folder.path("m.safetensors"), folder.path("rows.csv"))
    _ = try CommandRun("train", "curve-sine", "--epochs", "1", "--save", model)
    _ = try CommandRun("data", "export", "curve-sine", "--csv", rows)
    let run = try CommandRun("predict", "--model", model, "--csv", rows, "--json")
    let labels = run.objects.dropLast().compactMap { $0["label"] as? [Double] }
    #expect(labels.count == 500)
    #expect(labels.allSatisfy { $0.count == 1 })
  }

  @Test("rows without labels are answered, and there is no accuracy")
  func unlabelled() throws {
    let folder = try TemporaryFolder()
    let model = folder.path("m.safetensors")
    _ = try CommandRun("train", "gauss", "--epochs", "5", "--save", model)
    let rows = try folder.write("rows.csv", "2,2\n-2,-2\n")
    let run = try CommandRun("predict", "--model", model, "--csv", rows, "--json")
    #expect(run.objects.map { $0["class"] as? String } == ["+1", "−1", nil])
    #expect(run.objects.last?["accuracy"] == nil)
  }

  @Test("columns are found by name; labels of no class are named and neither right nor wrong")
  func names() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<12).map { "\($0 % 2 == 0 ? -2 : 2).5,\($0 % 3),\($0 % 2)" }
    let table = try folder.write("t.csv", "x,y,label\n" + rows.joined(separator: "\n") + "\n")
    let model = folder.path("m.safetensors")
    let settings = ["--set", "hidden=[]", "--set", "learningRate=0.3", "--set", "trainRatio=1", "--epochs", "100"]
    let train = try CommandRun(["train", "csv:\(table)", "--save", model] + settings)
    #expect(train.errors == "label: column 3 (label), 2 classes; 2 features.\n")

    let swapped = try folder.write("swapped.csv", "y,label,x\n1,0,-2.5\n1,1,2.5\n0,7,2.5\n")
    let run = try CommandRun("predict", "--model", model, "--csv", swapped, "--json")
    #expect(run.objects.map { $0["class"] as? String } == ["0", "1", "1", nil])
    #expect(run.objects.last?["accuracy"] as? Double == 1)
    #expect(run.objects.last?["labelsOfNoClass"] as? Int == 1)
    #expect(run.errors == "1 label is none of the model's classes 0, 1: 7.\n")

    let capitals = try folder.write("capitals.csv", "X,Y,LABEL\n-2.5,1,0\n2.5,1,1\n")
    #expect(try CommandRun("predict", "--model", model, "--csv", capitals).lines.last == "2 of 2 right: 100.00 %")

    let other = try folder.write("other.csv", "x,z\n1,2\n")
    let refused = try CommandRun("predict", "--model", model, "--csv", other)
    #expect(refused.status == 2 && refused.errors.contains("the model was trained on y, which the file does not have"))
  }

  @Test("numbers are predicted in their own units, with the mean squared error and R²")
  func regression() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<20).map { "\(Double($0) / 4),\(1000 + 50 * $0).5" }
    let table = try folder.write("t.csv", "x,price\n" + rows.joined(separator: "\n") + "\n")
    let model = folder.path("m.safetensors")
    let settings = ["--set", "hidden=[]", "--set", "trainRatio=1", "--epochs", "300"]
    _ = try CommandRun(["train", "csv:\(table)", "--save", model] + settings)
    let run = try CommandRun("predict", "--model", model, "--csv", table, "--json")
    let answer = try #require((run.objects[2]["outputs"] as? [Double])?.first)
    #expect(abs(answer - 1100.5) < 1)
    #expect((run.objects.last?["rSquared"] as? Double ?? 0) > 0.999)
    #expect((run.objects.last?["meanSquaredError"] as? Double ?? .infinity) < 1)
    let words = try CommandRun("predict", "--model", model, "--csv", table).lines.last
    #expect(words?.hasPrefix("mean squared error ") == true && words?.contains(", R² ") == true)
  }

  @Test("standard output takes a table or a model, and then nothing else")
  func standardOutput() throws {
    let folder = try TemporaryFolder()
    let export = try CommandRun("data", "export", "moons", "--csv", "-")
    #expect(export.lines.count == 501 && export.lines.first == "x1,x2,label")
    #expect(export.errors == "standard output: 250 training and 250 test points\n")
    let toFile = try CommandRun("data", "export", "moons", "--csv", folder.path("moons.csv"))
    #expect(toFile.lines == ["\(folder.path("moons.csv")): 250 training and 250 test points"])
    let saved = try CommandRun("train", "curve-sine", "--epochs", "1", "--save", "-")
    #expect(saved.status == 0 && saved.errors.contains("Done: 1 epoch"))
    #expect(saved.lines.joined().contains("layers.0.weight") && !saved.lines.joined().contains("Done"))
  }

  @Test("digits are read from strokes and from MNIST's own format")
  func digits() throws {
    let folder = try TemporaryFolder()
    let model = folder.path("digits.safetensors")
    _ = try CommandRun(
      "train", "mnist", "--set", "hidden=[]", "--set", "learningRate=0.1", "--epochs", "1", "--save", model)
    // A one is a stroke downwards, a zero goes round.
    let circle = (0...24).map { step in
      let angle = Double(step) * .pi / 12
      return "[\(0.5 + 0.35 * sin(angle)),\(0.5 - 0.5 * cos(angle))]"
    }
    let strokes = try folder.write(
      "drawn.jsonl",
      """
      {"label": 1, "strokes": [[[0.5, 0], [0.5, 1]]]}
      {"label": 0, "strokes": [[\(circle.joined(separator: ","))]]}

      """)
    let drawn = try CommandRun("predict", "--model", model, "--strokes", strokes, "--json")
    #expect(drawn.objects.dropLast().map { $0["class"] as? String } == ["1", "0"])
    #expect((drawn.objects[0]["outputs"] as? [Double])?.count == 10)
    #expect(drawn.objects.last?["accuracy"] as? Double == 1)

    // One picture of 28×28 with a bar in the middle, and its label.
    var picture = Data([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28])
    for row in 0..<28 { picture += (0..<28).map { (4..<24).contains(row) && (13...14).contains($0) ? 255 : 0 } }
    let pictures = try folder.write("one-images", picture)
    let labels = try folder.write("one-labels", Data([0, 0, 8, 1, 0, 0, 0, 1, 1]))
    let read = try CommandRun("predict", "--model", model, "--idx", pictures, "--labels", labels)
    #expect(read.lines.last == "1 of 1 right: 100.00 %")

    // The same bytes count among the eights and ones, whose model numbers them 0 and 1.
    let few = folder.path("few.safetensors")
    _ = try CommandRun("train", "mnist:8,1", "--set", "hidden=[]", "--epochs", "1", "--save", few)
    let both = try CommandRun("predict", "--model", few, "--idx", pictures, "--labels", labels)
    #expect(both.lines.last == "1 of 1 right: 100.00 %")
  }

  @Test("what cannot be used is named with a remedy, and the exit status is 2")
  func mistakes() throws {
    let folder = try TemporaryFolder()
    let model = folder.path("m.safetensors")
    _ = try CommandRun("train", "gauss", "--epochs", "1", "--save", model)
    let cut = try folder.write("cut.safetensors", Data(contentsOf: URL(fileURLWithPath: model)).prefix(40))
    let rows = try folder.write("rows.csv", "1,2\n3\n")
    let strokes = try folder.write("none.jsonl", "{\"strokes\": []}\n")
    let cases: [([String], String)] = [
      (["--model", model], "Give one file of samples, with --idx, --csv, --strokes or --png"),
      (["--model", model, "--csv", rows, "--labels", rows], "--labels belongs to --idx"),
      (["--model", "no.safetensors", "--csv", rows], "\"no.safetensors\" cannot be read"),
      (["--model", cut, "--csv", rows], "is no whole .safetensors file"),
      (["--model", model, "--csv", rows], rows),
      (["--model", model, "--strokes", strokes], "The model does not read pictures of 28×28"),
      (["--model", model, "--idx", rows], rows),
      (["--model", model, "--png", rows], "The model does not read pictures of 28×28"),
    ]
    for (arguments, words) in cases {
      let run = try CommandRun(["predict"] + arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.lines.isEmpty, "\(arguments)")
      #expect(run.errors.hasPrefix("nnplay: "), "\(run.errors)")
      #expect(run.errors.contains(words), "\(run.errors)")
    }
  }

  @Test("a model that cannot be written is said before the run")
  func unwritable() throws {
    let run = try CommandRun("train", "circle", "--save", "/no/such/folder/m.safetensors")
    #expect(run.status == 2)
    #expect(run.lines.isEmpty)
    #expect(
      run.errors == "nnplay: /no/such/folder/m.safetensors cannot be written (No such file or directory): "
        + "give a file in a folder of yours.\n")
  }
}

import Course
import Playground
import Screen

/// Something that happened: what the user did, or what the trainer sent.
public enum Action: Sendable {
  case keyPressed(Key)
  case pointerActed(PointerEvent)
  case pasted(String)
  case resized(Size)
  case snapshotArrived(Snapshot)
  /// The trainer could not do what it was told.
  case refused(Refusal)
  /// The program is about to be suspended: a stopped program trains nothing.
  case suspended
  /// The program goes on after a suspension.
  case resumed
  /// A frame was shown: its regions are what clicks are looked up in.
  case shown([Scene.Region])
  /// Something asked for by an effect was done, or could not be.
  case reported(String, isAlarm: Bool)
  /// The files of this folder that can be opened.
  case filesFound([FoundFile])
  /// A file is there already and was left alone; what might be done, and a name that is free.
  case nameTaken(path: String, Effect.SavedThing, free: String)
  /// A file was written: what it holds, and a sentence that says so.
  case saved(Effect.SavedThing, String)
  /// Another experiment was read from a file or a link.
  case opened(Experiment, remarks: [String], hidden: Set<String>)
  /// A lecture is to be read, from a step or where it was left.
  case lectureOpened(Lecture, step: Int? = nil)
  /// A run was found of a program that was cut off.
  case cutOffFound(CutOffRun)
  /// Some trainings of a map are over.
  case found(Findings)
}

/// Something to be done outside the interface, as a value: whoever runs the loop does it.
public enum Effect: Sendable, Equatable {
  case send(Order)
  case copyToClipboard(String)
  /// A file that is there already is replaced only where that was asked for.
  case save(path: String, SavedThing, replaces: Bool = false)
  /// A digit that was drawn is to be kept with what it is: [28 × 28], 0 ground … 255 ink.
  case keepDigit([UInt8], label: Int)
  /// The files of this folder that can be opened are wanted.
  case listFiles
  /// A file is to be opened as what it is.
  case open(path: String)
  /// What was done of a lecture lasts.
  case keepProgress(LectureProgress, of: Lecture)
  /// Theme, glyphs and colours last; without colours the terminal has its own.
  case saveSettings(Theme.Name, GlyphSet, ColorDepth?)
  /// The run that was cut off is not wanted.
  case forgetCutOffRun
  /// A map of trainings is wanted in place of the one before, or with nil none.
  case survey(AtlasSurvey?)
  case suspend
  case redraw
  case quit

  /// What a file is to hold.
  public enum SavedThing: String, Sendable, Equatable {
    case experiment, model, points
    /// The network as a program in Python.
    case numpy = "NumPy"
    case torch = "PyTorch"

    /// What a program is written with; nil for what is none.
    public var library: PythonCode.Library? { PythonCode.Library(rawValue: rawValue) }

    /// How the names of such files end, the usual one first.
    var endings: [String] {
      switch self {
      case .experiment: [".yaml", ".yml"]
      case .model: [".safetensors"]
      case .points: [".csv"]
      case .numpy, .torch: [".py"]
      }
    }
  }
}

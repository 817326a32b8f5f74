import Glibc

/// Where image sets are looked for, the first place first.
public struct DataFolders: Equatable, Sendable {
  /// Instead of the copy of MNIST inside the program, if given: `MNIST_DIR`.
  public var mnist: String?
  /// `FASHION_MNIST_DIR`, else the user's data folder and that of the Debian package dataset-fashion-mnist.
  public var fashionMNIST: [String]
  /// `CIFAR10_DIR`, else the user's data folder; in its binary format.
  public var cifar10: [String]

  /// Where drawn digits are kept: `nnplay/digits` in the user's data folder.
  public var kept: String

  /// Places of one's own choice.
  public init(mnist: String? = nil, fashionMNIST: [String] = [], cifar10: [String] = [], kept: String = "digits") {
    self.mnist = mnist
    self.fashionMNIST = fashionMNIST
    self.cifar10 = cifar10
    self.kept = kept
  }

  /// The places that the environment names; a folder named there is the only one looked into.
  public static var standard: DataFolders {
    let data = userData.map { $0 + "/nnplay" }
    let fashion = [data.map { $0 + "/fashion-mnist" }, "/usr/share/datasets/fashion-mnist"].compactMap(\.self)
    let cifar = [data.map { $0 + "/cifar-10-batches-bin" }].compactMap(\.self)
    return DataFolders(
      mnist: variable("MNIST_DIR"),
      fashionMNIST: variable("FASHION_MNIST_DIR").map { [$0] } ?? fashion,
      cifar10: variable("CIFAR10_DIR").map { [$0] } ?? cifar, kept: (data ?? "/tmp/nnplay") + "/digits")
  }

  /// `$XDG_DATA_HOME`, else ~/.local/share; the standard asks for an absolute path and ignores others.
  private static var userData: String? {
    if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") { return data }
    return variable("HOME").map { $0 + "/.local/share" }
  }

  /// A path with the home folder in place of `~/`, which a shell would have put there.
  static func inHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = variable("HOME") else { return path }
    return home + path.dropFirst()
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}

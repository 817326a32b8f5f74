/// The published sets of pictures.
public enum ImageSource: String, CaseIterable, Codable, Sendable {
  /// Handwritten digits (Y. LeCun, C. Cortes, C. Burges), part of the program.
  case mnist
  /// MNIST, and beside its training digits some that an invented pen wrote in habits that MNIST's writers seldom have.
  case mnistPens = "mnist-pens"
  /// Digits that were drawn on the pad and kept; the test is MNIST's.
  case kept
  /// MNIST's digits with the kept ones among them; the test is MNIST's.
  case mnistAndKept = "mnist+kept"
  /// Articles of clothing (H. Xiao, K. Rasul, R. Vollgraf), in MNIST's format.
  case fashionMNIST = "fashion-mnist"
  /// Photographs in colour (A. Krizhevsky), in their binary format.
  case cifar10 = "cifar-10"

  /// What the classes are called, in the order of their labels.
  public var classNames: [String] {
    switch self {
    case .mnist, .mnistPens, .kept, .mnistAndKept: (0...9).map(String.init)
    case .fashionMNIST:
      ["t-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"]
    case .cifar10:
      ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]
    }
  }

  /// Whether the pictures are digits.
  public var areDigits: Bool {
    switch self {
    case .mnist, .mnistPens, .kept, .mnistAndKept: true
    case .fashionMNIST, .cifar10: false
    }
  }

  /// The size of a picture, and its channels.
  public var shape: (width: Int, height: Int, channels: Int) {
    switch self {
    case .mnist, .mnistPens, .kept, .mnistAndKept, .fashionMNIST: (28, 28, 1)
    case .cifar10: (32, 32, 3)
    }
  }

  /// Reads both sets from where they are found first: a folder named in the environment, the user's data folder, the
  /// system's; MNIST is built into the program.
  ///
  /// Published files are checked against their MD5 digests (CIFAR-10, which is often cut, against its form).
  /// - Throws: `DatasetError` that names the file and the remedy.
  public func load(
    from folders: DataFolders = .standard
  ) throws(DatasetError) -> (train: ImageSet, test: ImageSet) {
    switch self {
    case .mnist: return try IDXImages.mnist(folders).load()
    case .mnistPens:
      let (train, test) = try IDXImages.mnist(folders).load()
      return (train.joined(with: Handwriting.digits(count: Self.penCount)), test)
    case .kept:
      let digits = try KeptDigits(in: folders.kept).load()
      return (digits, try IDXImages.mnist(folders).load().test)
    case .mnistAndKept:
      let digits = try KeptDigits(in: folders.kept).load()
      let (train, test) = try IDXImages.mnist(folders).load()
      return (train.joined(withMany: digits), test)
    case .fashionMNIST: return try IDXImages.fashionMNIST(folders).load()
    case .cifar10: return try CIFAR10(folders: folders.cifar10).load()
    }
  }

  /// Checks every file of the set and returns what was found.
  ///
  /// - Throws: `DatasetError` at the first file that is missing, cut off or altered.
  public func verify(from folders: DataFolders = .standard) throws(DatasetError) -> [VerifiedFile] {
    switch self {
    case .mnist, .mnistPens, .kept, .mnistAndKept: try IDXImages.mnist(folders).verify()
    case .fashionMNIST: try IDXImages.fashionMNIST(folders).verify()
    case .cifar10: try CIFAR10(folders: folders.cifar10).verify()
    }
  }
}

extension ImageSource {
  /// How many of `mnist-pens` are written: one of seven.
  static let penCount = 10_000
}

/// A data file that was found whole.
public struct VerifiedFile: Equatable, Sendable {
  /// Its path, or its name if it is built in.
  public let name: String
  /// Its size in bytes, unpacked.
  public let count: Int
  /// The MD5 digest of its contents, unpacked.
  public let digest: String
  /// Whether that is the digest it was published under; nil if only its form could be checked.
  public let isPublished: Bool?
}

import CMNIST

/// A set of pictures in four IDX files, published under their MD5 digests: MNIST, and one made like it.
struct IDXImages {
  let source: ImageSource
  let trainImages: PublishedFile
  let trainLabels: PublishedFile
  let testImages: PublishedFile
  let testLabels: PublishedFile

  /// MNIST (Y. LeCun, C. Cortes, C. Burges), from the program itself unless a folder is named.
  static func mnist(_ folders: DataFolders) -> IDXImages {
    func file(_ name: String, _ digest: String, _ packed: cmnist_file) -> PublishedFile {
      let builtIn = PublishedFile.Place.builtIn(UnsafeRawBufferPointer(start: packed.bytes, count: packed.count))
      return PublishedFile(
        dataset: .mnist, name: name, digest: digest, place: folders.mnist.map { .folders([$0]) } ?? builtIn,
        remedy: "fetch it again, or unset MNIST_DIR to use the copy inside nnplay")
    }
    return IDXImages(
      source: .mnist,
      trainImages: file("train-images-idx3-ubyte", "6bbc9ace898e44ae57da46a324031adb", cmnist_train_images),
      trainLabels: file("train-labels-idx1-ubyte", "a25bea736e30d166cdddb491f175f624", cmnist_train_labels),
      testImages: file("t10k-images-idx3-ubyte", "2646ac647ad5339dbf082846283269ea", cmnist_test_images),
      testLabels: file("t10k-labels-idx1-ubyte", "27ae3e4e09519cfbb04c329615203637", cmnist_test_labels))
  }

  /// Fashion-MNIST (H. Xiao, K. Rasul, R. Vollgraf), from a folder.
  static func fashionMNIST(_ folders: DataFolders) -> IDXImages {
    func file(_ name: String, _ digest: String) -> PublishedFile {
      PublishedFile(
        dataset: .fashionMNIST, name: name, digest: digest, place: .folders(folders.fashionMNIST),
        remedy: "install it with apt-get install dataset-fashion-mnist, or set FASHION_MNIST_DIR to its folder")
    }
    return IDXImages(
      source: .fashionMNIST,
      trainImages: file("train-images-idx3-ubyte", "f4a8712d7a061bf5bd6d2ca38dc4d50a"),
      trainLabels: file("train-labels-idx1-ubyte", "9018921c3c673c538a1fc5bad174d6f9"),
      testImages: file("t10k-images-idx3-ubyte", "8181f5470baa50b63fa0f6fddb340f0a"),
      testLabels: file("t10k-labels-idx1-ubyte", "15d484375f8d13e6eb1aabb0c3f46965"))
  }

  /// Both sets, checked.
  func load() throws(DatasetError) -> (train: ImageSet, test: ImageSet) {
    (train: try load(trainImages, trainLabels), test: try load(testImages, testLabels))
  }

  /// All four files, checked.
  func verify() throws(DatasetError) -> [VerifiedFile] {
    var files: [VerifiedFile] = []
    for (file, dimensions) in [(trainImages, 3), (trainLabels, 1), (testImages, 3), (testLabels, 1)] {
      let (name, idx) = try file.read(dimensions: dimensions)
      files.append(VerifiedFile(name: name, count: idx.fileSize, digest: file.digest, isPublished: true))
    }
    return files
  }

  private func load(_ images: PublishedFile, _ labels: PublishedFile) throws(DatasetError) -> ImageSet {
    // The small file first: what is wrong with it is said without unpacking the large one.
    let (labelFile, classes) = try labels.read(dimensions: 1)
    let (imageFile, pictures) = try images.read(dimensions: 3)
    return try ImageSet(
      pictures: pictures, from: imageFile, classes: classes, from: labelFile, classNames: source.classNames)
  }
}

extension ImageSet {
  /// Joins pictures [count, height, width] with labels [count].
  ///
  /// - Throws: `DatasetError.format` if the counts differ, there are none, or a label has no class.
  init(
    pictures: IDX, from imageFile: String, classes: IDX, from labelFile: String, classNames: [String]
  ) throws(DatasetError) {
    guard !pictures.bytes.isEmpty else { throw .format(file: imageFile, .empty) }
    guard pictures.sizes[0] == classes.sizes[0] else {
      throw .format(file: imageFile, .countsDiffer(images: pictures.sizes[0], labels: classes.sizes[0]))
    }
    if let item = classes.bytes.firstIndex(where: { $0 >= classNames.count }) {
      throw .format(
        file: labelFile, .label(Int(classes.bytes[item]), item: item + 1, classCount: classNames.count))
    }
    self.init(
      width: pictures.sizes[2], height: pictures.sizes[1], channels: 1, pixels: pictures.bytes, labels: classes.bytes,
      classNames: classNames)
  }
}

/// A file known by its name and by the MD5 digest under which it was published.
struct PublishedFile {
  /// The data set it belongs to.
  let dataset: ImageSource
  /// Its name, without ".gz".
  let name: String
  /// The MD5 digest of its contents, unpacked.
  let digest: String
  /// Where to look.
  let place: Place
  /// What helps if it is missing or altered.
  let remedy: String

  enum Place {
    case builtIn(UnsafeRawBufferPointer)
    case folders([String])
  }

  /// Reads the file, plain or gzipped, and compares its digest.
  ///
  /// - Returns: what to call it, and its contents.
  /// - Throws: `DatasetError.notInstalled`, `.wrongDigest`, or whatever is wrong with the file.
  func read(dimensions: Int) throws(DatasetError) -> (name: String, idx: IDX) {
    let stored = try find()
    let idx = try IDX(ByteStream(stored), dimensions: dimensions)
    let found = idx.digest
    guard found == digest else {
      throw .wrongDigest(file: stored.name, found: found, expected: digest, remedy: remedy)
    }
    return (stored.name, idx)
  }

  private func find() throws(DatasetError) -> StoredBytes {
    switch place {
    case .builtIn(let bytes):
      return StoredBytes(name: "\(name) (inside nnplay)", constant: bytes)
    case .folders(let folders):
      for folder in folders {
        for candidate in ["\(folder)/\(name)", "\(folder)/\(name).gz"] {
          do throws(DatasetError) {
            return try StoredBytes(path: candidate)
          } catch {
            // What is not there may be in the next place; what is there but cannot be read must be said.
            guard case .cannotRead(_, .missing) = error else { throw error }
          }
        }
      }
      throw .notInstalled(
        dataset: dataset.rawValue, lookedFor: folders.map { "\($0)/\(name)" }, remedy: remedy)
    }
  }
}

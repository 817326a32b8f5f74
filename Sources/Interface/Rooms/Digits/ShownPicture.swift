import Datasets
import Playground
import Screen

/// A picture as the network is shown it.
struct ShownPicture: Sendable, Equatable {
  /// The network's inputs, scaled as the training pictures are.
  let inputs: [Float]
  /// The same before scaling, without colour: 0 ground … 1 ink or light.
  let gray: Picture
}

extension Material {
  /// The raw pictures' shape and the form in which the network sees them; nil where the data are no pictures.
  private var pictureSource: (shape: PictureShape, form: PixelForm)? {
    if case .pixels(let shape, let form) = preparation.source { (shape, form) } else { nil }
  }

  /// A drawing, brought to 28×28 as MNIST's digits were and from there to whatever the training pictures are.
  func shown(_ drawing: Drawing, handled handling: Handling = Handling()) -> ShownPicture? {
    guard let (shape, form) = pictureSource else { return nil }
    let side = Drawing.DigitFrame.side
    var plane = drawing.smoothed().digitImage()
    if (shape.width, shape.height) != (side, side) {
      let size = PixelForm.Size(width: shape.width, height: shape.height)
      plane = ImageSet(gray: plane, width: side, height: side).shown(as: PixelForm(size: size)).pixels
    }
    let picture = Array(repeatElement(plane, count: shape.channels).joined())
    return shown(handling.applied(to: picture, width: shape.width, height: shape.height), shape, form)
  }

  /// A picture of the test set.
  func shownTestPicture(_ index: Int, handled handling: Handling = Handling()) -> ShownPicture? {
    guard let (shape, form) = pictureSource, let test = images?.test, (0..<test.count).contains(index)
    else { return nil }
    let picture = handling.applied(to: Array(test.picture(index)), width: shape.width, height: shape.height)
    return shown(picture, shape, form)
  }

  private func shown(_ picture: [UInt8], _ shape: PictureShape, _ form: PixelForm) -> ShownPicture? {
    guard let inputs = preparation.inputs(picture: picture) else { return nil }
    let raw = ImageSet(
      width: shape.width, height: shape.height, channels: shape.channels, pixels: picture, labels: [0],
      classNames: [""])
    let seen = raw.shown(as: form).withoutColour()
    let gray = Picture(width: seen.width, height: seen.height, values: seen.pixels.map { Float($0) / 255 })
    return ShownPicture(inputs: inputs, gray: gray)
  }

  /// The weights of a unit on all inputs as a picture: of colours, the mean.
  func weightPicture(_ weights: [Float]) -> Picture? {
    guard let (raw, form) = pictureSource else { return nil }
    let shape = raw.shown(as: form)
    let area = shape.width * shape.height
    guard weights.count == shape.count else { return nil }
    return Picture(width: shape.width, height: shape.height) { x, y in
      let place = y * shape.width + x
      return (0..<shape.channels).reduce(Float(0)) { $0 + weights[$1 * area + place] } / Float(shape.channels)
    }
  }
}

extension ImageSet {
  /// One gray picture.
  fileprivate init(gray: [UInt8], width: Int, height: Int) {
    self.init(width: width, height: height, channels: 1, pixels: gray, labels: [0], classNames: [""])
  }
}

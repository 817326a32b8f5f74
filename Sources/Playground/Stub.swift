import NeuralEngine
public enum ImageSource: String, CaseIterable, Sendable {
  case mnist
  case fashionMNIST = "fashion-mnist"
  case cifar10 = "cifar-10"
  public var classCount: Int { 10 }
}
public struct ImageSet: Sendable { public var width: Int }

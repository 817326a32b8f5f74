import Interface
import NeuralEngine
import Playground
import Screen
import Testing

@Suite("Nothing that is pressed, pointed at or resized breaks the interface") struct RandomPlayTests {
  @Test("Random keys, pointers and sizes are drawn, and q always quits", arguments: 1...6)
  func random(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    let names = [
      Experiment(), try experiment("rings3"), try experiment("curve-sine"), try experiment("plane"),
      try experiment("gate-xor"),
      try experiment("multi-gauss"),
    ]
    var stage = try Stage(names[seed - 1], epochs: 2)
    let keys =
      "abcdefghijklmnoprstuvwxyzGRSTU?=+-[]<>.,;0123456789".map(Key.character)
      + [
        .space, .enter, .tab, .backTab, .escape, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
        .pageDown,
      ]
    for step in 0..<150 {
      switch Int.random(in: 0..<10, using: &dice) {
      case 0:
        stage.send(.resized(Size(Int.random(in: 1...220, using: &dice), Int.random(in: 1...70, using: &dice))))
        stage.refresh(isRunning: step % 2 == 0)
      case 1...3:
        let kinds: [PointerEvent.Kind] = [.move, .press, .drag, .release, .scrollUp, .scrollDown]
        stage.point(
          kinds.randomElement(using: &dice) ?? .move, x: Int.random(in: -1...220, using: &dice),
          y: Int.random(in: -1...70, using: &dice), button: Bool.random(using: &dice) ? .left : .right)
      default:
        let key = keys.randomElement(using: &dice) ?? .space
        stage.send(.keyPressed(key))
      }
      let scene = stage.state.scene()
      for region in scene.regions { #expect(scene.frame.bounds.contains(region.rect), "seed \(seed), step \(step)") }
    }
    for _ in 0..<6 { stage.send(.keyPressed(.escape)) }
    // Own points that are not saved are asked about, once.
    let asked = stage.send(.keyPressed(.character("q")))
    #expect(asked.contains(.quit) || stage.state.experiment.points != nil)
    #expect(
      asked.contains(.quit) || stage.send(.keyPressed(.character("q"))).contains(.quit), "seed \(seed) cannot be quit")
  }

  private func experiment(_ dataset: String) throws -> Experiment {
    var experiment = Experiment()
    try experiment.set("dataset", to: dataset)
    return experiment
  }
}

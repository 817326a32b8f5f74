import Playground
import Testing

@Suite struct RunTests {
  @Test func theDefaultRunIsTheFirstTrace() throws {
    let run = try Run(Experiment())
    #expect(abs((run.train?.loss ?? 0) - 0.5015807429602891) < 1e-5)
    run.train(epochs: 100)
    #expect(abs((run.test?.loss ?? 0) - 0.01145) < 5e-3)
    #expect(run.epoch == 100)
  }
}

/// The program itself, started on a terminal of its own and watched from outside.
struct ProgramLoad {
  let threads: Int

  func measure(_ workload: Workload) throws -> Measurement {
    throw BadInput("\(workload.rawValue) is not measured yet.")
  }
}

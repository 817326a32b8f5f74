import Foundation

/// The memory that a process can have.
enum MachineMemory {
  /// The least of what the machine has, what its group of processes may take, and what the shell allows; in bytes.
  static var bytes: Double {
    ([Double(ProcessInfo.processInfo.physicalMemory)] + [group, limit].compactMap { $0 }).min() ?? 0
  }

  /// The bound of the control group, as containers have one.
  private static var group: Double? {
    let text = try? String(contentsOfFile: "/sys/fs/cgroup/memory.max", encoding: .utf8)
    return text.flatMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  /// The bound on addresses, `ulimit -v`.
  private static var limit: Double? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur != .max else { return nil }
    return Double(limit.rlim_cur)
  }
}

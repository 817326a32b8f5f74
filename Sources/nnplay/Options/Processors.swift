#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The processors of the machine.
enum Processors {
  /// How many are at work, at least one.
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

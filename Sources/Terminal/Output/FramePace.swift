/// How often a frame may be drawn, found from how long the terminal takes to accept one.
///
/// A frame over a slow line blocks for as long as the line needs, and keys wait behind it. So drawing gets at most
/// a third of the time: the interval is three times the write, between the two limits.
public struct FramePace: Equatable, Sendable {
  /// The shortest interval: more frames a second than this nobody sees, and tmux cannot parse.
  public let shortest: Duration
  /// The longest interval: below this rate a picture no longer seems alive.
  public let longest: Duration
  /// The smoothed time that one frame takes to write.
  public private(set) var writeTime: Duration = .zero

  /// A pace between `framesPerSecond` and one frame a second.
  public init(framesPerSecond: Int = 30) {
    shortest = .nanoseconds(1_000_000_000 / Int64(max(1, min(framesPerSecond, 1000))))
    longest = max(.seconds(1), shortest)
  }

  /// Takes the write time of the latest frame into account: up at once, down slowly, so that the rate does not waver.
  public mutating func record(_ time: Duration) {
    writeTime = time > writeTime ? time : (writeTime * 7 + time) / 8
  }

  /// The time from the start of one frame to the start of the next.
  public var interval: Duration { min(max(shortest, writeTime * 3), longest) }
}

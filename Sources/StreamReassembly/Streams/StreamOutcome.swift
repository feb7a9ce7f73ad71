/// One direction of a TCP connection.
public struct StreamKey: Hashable, Sendable, BitwiseCopyable {
    /// The number of the flow, as the caller counts.
    public let flow: UInt32
    public let isFromClient: Bool

    public init(flow: UInt32, isFromClient: Bool) {
        self.flow = flow
        self.isFromClient = isFromClient
    }
}

/// What a segment did.
public enum StreamOutcome: Sendable, Equatable {
    /// Nothing new can be read: no data, a repetition, or data behind a gap.
    case waiting
    /// There is more to read.
    case advanced
    /// Nothing will be added any more: the limit was met or a gap stays open. Read what is there, then remove it.
    case finished
}

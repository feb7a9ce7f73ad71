/// What is still to be looked for in the data of a conversation, for each end.
struct FlowInspection: Sendable, Equatable, BitwiseCopyable {
    private var flags: UInt8 = 0
    /// Segments of both ends that were looked at one by one.
    var segments: UInt8 = 0

    private static let clientDone: UInt8 = 1
    private static let serverDone: UInt8 = 2
    private static let clientCollects: UInt8 = 4
    private static let serverCollects: UInt8 = 8
    private static let corrected: UInt8 = 16

    /// A handshake showed that the ends were guessed the wrong way round.
    var wasCorrected: Bool {
        get { flags & Self.corrected != 0 }
        set { flags = newValue ? flags | Self.corrected : flags & ~Self.corrected }
    }

    @inline(__always)
    func isDone(ofClient isClient: Bool) -> Bool { flags & (isClient ? Self.clientDone : Self.serverDone) != 0 }

    mutating func finish(ofClient isClient: Bool) { flags |= isClient ? Self.clientDone : Self.serverDone }

    /// Whether segments of this end wait in the table of streams.
    func collects(ofClient isClient: Bool) -> Bool {
        flags & (isClient ? Self.clientCollects : Self.serverCollects) != 0
    }

    mutating func collect(ofClient isClient: Bool) { flags |= isClient ? Self.clientCollects : Self.serverCollects }

    /// A new connection with the same ports begins.
    mutating func restart(ofClient isClient: Bool) {
        segments = 0
        flags &= isClient ? ~(Self.clientDone | Self.clientCollects) : ~(Self.serverDone | Self.serverCollects)
    }

    /// With the ends exchanged.
    var reversed: FlowInspection {
        var other = self
        other.flags = (flags & 5) << 1 | (flags & 10) >> 1 | flags & Self.corrected
        return other
    }
}

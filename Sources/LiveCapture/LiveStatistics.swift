public import NetworkTypes

/// Packets since the start, over all reopenings of the interface. Received is what passed the filter in the kernel:
/// what was delivered and what the kernel dropped.
public struct LiveStatistics: Hashable, Sendable {
    public var received: UInt64 = 0
    /// For want of room in the kernel's buffer.
    public var droppedByKernel: UInt64 = 0
    /// By the card or its driver, before any filter; only counted by some drivers.
    public var droppedByInterface: UInt64 = 0

    public init() {}

    mutating func add(_ other: LiveStatistics) {
        received &+= other.received
        droppedByKernel &+= other.droppedByKernel
        droppedByInterface &+= other.droppedByInterface
    }

    /// What was added since an earlier reading.
    public func since(_ earlier: LiveStatistics) -> LiveStatistics {
        var difference = LiveStatistics()
        difference.received = received &- earlier.received
        difference.droppedByKernel = droppedByKernel &- earlier.droppedByKernel
        difference.droppedByInterface = droppedByInterface &- earlier.droppedByInterface
        return difference
    }
}

/// A time in which the interface could not be heard: absence of packets says nothing there.
public struct LiveGap: Hashable, Sendable {
    public let from: CaptureTime
    /// Nil: until the end of the capture.
    public let to: CaptureTime?
}

/// What happens to an interface during a capture.
public enum LiveNotice: Hashable, Sendable {
    case wentDown(interface: String)
    case cameBack(interface: String, gap: LiveGap)
}

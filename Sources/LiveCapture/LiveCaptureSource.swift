import Glibc
public import NetworkTypes
public import PacketCapture

/// Packets of an interface, batch by batch, through its going down and coming back.
public struct LiveCaptureSource: ~Copyable {
    /// What one filling may take.
    public struct Request: Sendable {
        /// The number of the first packet.
        public var firstNumber: UInt64
        /// The most packets.
        public var packets: UInt64 = .max
        /// The bytes that the file being written may still take; the packet that reaches it is the last.
        public var fileRoom: Int = .max
        public var encoding: CaptureFileEncoding?

        public init(firstNumber: UInt64) { self.firstNumber = firstNumber }
    }

    /// How a filling ended.
    public enum Outcome: Equatable, Sendable {
        /// The batch may hold no packet: none came in the time of a batch.
        case filled
        /// As `filled`; the file being written has reached its size.
        case fileFull
        /// After `finish`: nothing is left of what was received before.
        case ended
        /// The capture cannot go on; the batch holds what came before.
        case failed(LiveCaptureError)
    }

    public let configuration: LiveCaptureConfiguration
    public let linkType: LinkType
    /// In bytes.
    public let snapLength: UInt32
    /// Nil while the interface is gone.
    var handle: PcapHandle?
    /// Of handles that were closed.
    var past = LiveStatistics()
    /// Packets that the open handle delivered.
    var delivered: UInt64 = 0
    var downSince: CaptureTime?
    var notices: [LiveNotice] = []
    var failure: LiveCaptureError?
    /// The device that was opened is no longer there.
    var isGone = false
    var lastCheck = SystemClock.steady
    /// Packets that all handles delivered.
    private var seen: UInt64 = 0
    private var lastDelivery = SystemClock.steady
    /// Packets that were received before `finish` and are still to be delivered; nil before.
    private var remaining: UInt64?
    private var finishDeadline: Int64 = 0
    private var total: LiveStatistics?

    /// The longest time that a batch waits for packets, in nanoseconds.
    private static let batchTime: Int64 = 200_000_000
    /// How often an interface is looked at, counters are read and reopening is tried, in nanoseconds.
    private static let checkTime: Int64 = 1_000_000_000
    /// How long `finish` waits for packets that the kernel still holds, in nanoseconds.
    private static let finishTime: Int64 = 2_000_000_000
    /// After this time without a packet the kernel holds none back, in nanoseconds.
    private static let quietTime: Int64 = 300_000_000

    public init(_ configuration: LiveCaptureConfiguration) throws(LiveCaptureError) {
        self.configuration = configuration
        let opened = try PcapHandle(configuration)
        linkType = opened.linkType
        snapLength = opened.snapLength
        handle = consume opened
        checkLink()
    }

    /// Since the start; exact after `finish`, else as of the last second.
    public var statistics: LiveStatistics {
        if let total { return total }
        var sum = past
        if let open = openStatistics { sum.add(open) }
        return sum
    }

    var openStatistics: LiveStatistics? {
        switch handle {
        case .some(let open): open.statistics
        case .none: nil
        }
    }

    /// The time in which the interface is not heard at the moment.
    public var openGap: LiveGap? { downSince.map { LiveGap(from: $0, to: nil) } }

    /// What happened since the last call, oldest first.
    public mutating func takeNotices() -> [LiveNotice] {
        defer { notices.removeAll() }
        return notices
    }

    /// Reads the kernel's counters now.
    public mutating func updateStatistics() { handle?.readStatistics() }

    /// Ends the capture: what the kernel has received by now is still delivered, nothing after it. So received equals
    /// delivered and dropped.
    public mutating func finish() {
        guard remaining == nil else { return }
        updateStatistics()
        total = statistics
        let open = openStatistics ?? LiveStatistics()
        let expected = open.received &- min(open.received, open.droppedByKernel)
        remaining = expected &- min(expected, delivered)
        lastDelivery = SystemClock.steady
        finishDeadline = lastDelivery &+ Self.finishTime
        if countsTwice {
            remaining = .max
            finishDeadline = lastDelivery &+ Self.quietTime
        }
    }

    private var countsTwice: Bool {
        switch handle {
        case .some(let open): open.countsTwice
        case .none: false
        }
    }

    /// Refills the batch, for about a fifth of a second or until it is full.
    public mutating func fill(_ batch: inout PacketBatch, _ request: Request) -> Outcome {
        batch.reset()
        var limit = min(request.packets, remaining ?? .max)
        let end = SystemClock.steady &+ Self.batchTime
        let endsFile = withUnsafeMutablePointer(to: &batch) { batch in
            var filling = BatchFilling(
                batch, linkType: linkType, encoding: request.encoding, firstNumber: request.firstNumber,
                fileRoom: request.fileRoom)
            while limit > 0, !filling.isFull, !filling.endsFile, failure == nil, SystemClock.steady < end {
                let isHeard = take(&filling, &limit)
                if !isHeard || isGone { leave(&filling, &limit) }
                if SystemClock.steady &- lastCheck >= Self.checkTime { check() }
            }
            return filling.endsFile
        }
        if let failure { return .failed(failure) }
        return hasEnded() ? .ended : endsFile ? .fileFull : .filled
    }

    /// Takes what is ready, else waits for it; false where the interface cannot be heard.
    private mutating func take(_ filling: inout BatchFilling, _ limit: inout UInt64) -> Bool {
        let before = filling.delivered
        let isHeard = handle?.deliver(to: &filling, limit: Int32(clamping: limit)) ?? true
        let count = filling.delivered &- before
        limit &-= min(limit, count)
        delivered &+= count
        seen &+= count
        remaining = remaining.map { $0 &- min($0, count) }
        if count > 0 { lastDelivery = SystemClock.steady } else { wait() }
        return isHeard
    }

    /// Closes the handle of a device that is gone, after the kernel has handed over what it still held of it.
    private mutating func leave(_ filling: inout BatchFilling, _ limit: inout UInt64) {
        for _ in 0..<3 where limit > 0 && !filling.isFull && !filling.endsFile { _ = take(&filling, &limit) }
        close()
    }

    /// After `finish`: whether all was delivered, or no more comes.
    private mutating func hasEnded() -> Bool {
        guard let remaining else { return false }
        let now = SystemClock.steady
        let isQuiet = now &- lastDelivery >= Self.quietTime
        guard remaining == 0 || isQuiet || now >= finishDeadline else { return false }
        if isQuiet || countsTwice {
            // Counted and never delivered: copies, and what came before the filter.
            let dropped = total?.droppedByKernel ?? 0
            total?.received = seen &+ dropped
        } else {
            // What did not come in time is lost, and said to be.
            total?.droppedByKernel &+= remaining
        }
        self.remaining = 0
        return true
    }
}

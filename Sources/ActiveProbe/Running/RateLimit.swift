/// Packets are spread so that no second, wherever it begins, holds more than the limit: after a step of n packets, the
/// next one waits for n packets' time. There are no savings from quiet times.
public struct RateLimit: Sendable {
    /// What steps may take together in a second; the dearest step and what is caught up are kept back from the limit.
    private let packetsPerSecond: Double
    /// A late wake-up may be caught up by so much, in nanoseconds.
    private static let slack: Int64 = 20_000_000
    /// When the next step may be taken.
    private var next: Int64 = .min
    public private(set) var charged: UInt64 = 0

    public init(packetsPerSecond limit: Int) {
        let limit = Double(max(limit, 1))
        let spread = limit * (1 - Double(Self.slack) / 1e9) - Double(PacketCharge.largest)
        packetsPerSecond = max(spread, limit / 4)
    }

    /// When a step may be taken; in the past: now.
    public var nextStep: Int64 { next }

    /// Takes the packets of a step; false: it is too early.
    public mutating func take(_ packets: Int, at now: Int64) -> Bool {
        guard now >= next else { return false }
        let start = max(next, now &- Self.slack)
        next = start &+ Int64(Double(packets) / packetsPerSecond * 1e9)
        charged &+= UInt64(max(packets, 0))
        return true
    }
}

public import NetworkTypes

/// Where a fact was seen: capture, frame number and time, so that a person can open it in Wireshark.
public struct Proof: Hashable, Sendable, BitwiseCopyable {
    /// 20 bits of capture, 44 bits of frame.
    private let place: UInt64
    public let time: CaptureTime

    private static let frameBits: UInt64 = 44
    private static let largestFrame: UInt64 = 1 << frameBits - 1

    /// A capture beyond 2^20 or a frame beyond 2^44 is written as the largest that fits.
    public init(capture: UInt32, frame: UInt64, time: CaptureTime) {
        place = UInt64(min(capture, 0xf_ffff)) << Self.frameBits | min(frame, Self.largestFrame)
        self.time = time
    }

    /// Stands in rows for "not seen"; no frame has the number 0.
    static let none = Proof(capture: 0, frame: 0, time: CaptureTime(nanoseconds: 0))

    /// Index into `ObservationSet.captures`.
    public var capture: UInt32 { UInt32(truncatingIfNeeded: place >> Self.frameBits) }
    /// 1-based, as Wireshark counts.
    public var frame: UInt64 { place & Self.largestFrame }

    /// Nil for `none`.
    @inline(__always)
    var seen: Proof? { place == 0 ? nil : self }

    /// Keeps the earlier of both; `none` is later than everything.
    @inline(__always)
    mutating func keepEarlier(_ other: Proof) {
        if place == 0 || other < self { self = other }
    }
}

extension Proof? {
    /// Keeps the earlier of both; nil is later than everything.
    mutating func keepEarlier(_ other: Proof) {
        if self.map({ other < $0 }) ?? true { self = other }
    }

    mutating func keepLater(_ other: Proof) {
        if self.map({ other > $0 }) ?? true { self = other }
    }
}

extension CaptureTime {
    /// The other way round too: clocks are set back.
    func isWithinASecond(of other: CaptureTime) -> Bool { nanoseconds(since: other).magnitude < 1_000_000_000 }
}

extension Proof: Comparable {
    /// By time, then by place, so that the earliest proof is the same in whatever order sets are merged.
    @inline(__always)
    public static func < (a: Proof, b: Proof) -> Bool {
        a.time != b.time ? a.time < b.time : a.place < b.place
    }
}

/// How often and when something was seen, with the first proof.
public struct Sighting: Hashable, Sendable, BitwiseCopyable {
    public private(set) var count: UInt64
    public private(set) var first: Proof
    public private(set) var last: CaptureTime

    public init(_ proof: Proof) {
        count = 1
        first = proof
        last = proof.time
    }

    @inline(__always)
    public mutating func add(_ proof: Proof) {
        count &+= 1
        if proof < first { first = proof }
        if proof.time > last { last = proof.time }
    }

    package init(count: UInt64, first: Proof, last: CaptureTime) {
        self.count = count
        self.first = first
        self.last = last
    }

    mutating func renumber(_ numbers: Renumbering) { first.renumber(numbers) }
    func renumbered(_ numbers: Renumbering) -> Sighting {
        var copy = self
        copy.renumber(numbers)
        return copy
    }

    /// The same place and time, but nothing counted yet.
    var uncounted: Sighting {
        var copy = self
        copy.count = 0
        return copy
    }

    /// What both saw together.
    public mutating func merge(_ other: Sighting) {
        count &+= other.count
        if other.first < first { first = other.first }
        if other.last > last { last = other.last }
    }
}

/// Packets and bytes, in bytes of the IP packet as its header says.
public struct TrafficCount: Hashable, Sendable, BitwiseCopyable {
    public private(set) var packets: UInt64 = 0
    public private(set) var bytes: UInt64 = 0

    public init() {}

    package init(packets: UInt64, bytes: UInt64) {
        self.packets = packets
        self.bytes = bytes
    }

    @inline(__always)
    public mutating func add(bytes: UInt32) {
        packets &+= 1
        self.bytes &+= UInt64(bytes)
    }

    public static func += (a: inout TrafficCount, b: TrafficCount) {
        a.packets &+= b.packets
        a.bytes &+= b.bytes
    }
}

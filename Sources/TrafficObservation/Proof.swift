public import NetworkTypes

/// Where a fact was seen: capture, frame number and time, so that a person can open it in Wireshark.
public struct Proof: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Index into `ObservationSet.captures`.
    public var capture: UInt32
    /// 1-based, as Wireshark counts.
    public var frame: UInt64
    public var time: CaptureTime

    public init(capture: UInt32, frame: UInt64, time: CaptureTime) {
        self.capture = capture
        self.frame = frame
        self.time = time
    }

    /// By time, then by place, so that the earliest proof is the same in whatever order sets are merged.
    public static func < (a: Proof, b: Proof) -> Bool {
        if a.time != b.time { return a.time < b.time }
        return a.capture != b.capture ? a.capture < b.capture : a.frame < b.frame
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

    public mutating func add(_ proof: Proof) {
        count &+= 1
        if proof < first { first = proof }
        if proof.time > last { last = proof.time }
    }
}

/// Packets and bytes, in bytes of the IP packet as its header says.
public struct TrafficCount: Hashable, Sendable, BitwiseCopyable {
    public private(set) var packets: UInt64 = 0
    public private(set) var bytes: UInt64 = 0

    public init() {}

    public mutating func add(bytes: UInt32) {
        packets &+= 1
        self.bytes &+= UInt64(bytes)
    }

    public static func += (a: inout TrafficCount, b: TrafficCount) {
        a.packets &+= b.packets
        a.bytes &+= b.bytes
    }
}

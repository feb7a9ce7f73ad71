import NetworkTypes

/// Two parts of one capture that overlap without being the same: what is in both would count twice.
public struct ObservationMergeError: Error, Hashable, Sendable {
    public let path: String
    /// Frames of the source, counted from 1.
    public let first: ClosedRange<UInt64>
    public let second: ClosedRange<UInt64>

    public init(path: String, first: ClosedRange<UInt64>, second: ClosedRange<UInt64>) {
        self.path = path
        self.first = first
        self.second = second
    }
}

extension CaptureObservation {
    /// Whether both are of one source. Digests decide; without them the path does, for parts and for captures that are
    /// alike in all that was counted.
    func hasSource(of other: CaptureObservation) -> Bool {
        if let sha256, let digest = other.sha256 { return sha256 == digest }
        guard path == other.path, format == other.format, sha256 == nil, other.sha256 == nil else { return false }
        return frameOffset != other.frameOffset || isRepeated(by: other)
    }

    /// The same part of the same source, with the same packets.
    func isRepeated(by other: CaptureObservation) -> Bool {
        frameOffset == other.frameOffset && lastFrame == other.lastFrame && packets == other.packets
            && bytes == other.bytes && firstSeen == other.firstSeen && lastSeen == other.lastSeen
            && (sha256 != nil && sha256 == other.sha256 || sha256 == other.sha256 && path == other.path)
    }

    func overlaps(_ other: CaptureObservation) -> Bool {
        frameOffset < other.lastFrame && other.frameOffset < lastFrame
    }

    /// Goes on with the next part of the same source.
    mutating func append(_ later: CaptureObservation) {
        sha256 = sha256 ?? later.sha256
        for name in later.linkTypes where !linkTypes.contains(name) { linkTypes.append(name) }
        packets &+= later.packets
        bytes &+= later.bytes
        largestFrame = max(largestFrame, later.largestFrame)
        firstSeen = [firstSeen, later.firstSeen].compactMap { $0 }.min()
        lastSeen = [lastSeen, later.lastSeen].compactMap { $0 }.max()
        isComplete = isComplete && later.isComplete
        for (name, count) in later.anomalies { anomalies[name, default: 0] &+= count }
        lastFrame = later.lastFrame
    }

    /// By the first packet; captures without any come last.
    static func precedes(_ a: CaptureObservation, _ b: CaptureObservation) -> Bool {
        if a.firstSeen != b.firstSeen {
            guard let second = b.firstSeen else { return true }
            return a.firstSeen.map { $0 < second } ?? false
        }
        if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
        if a.sha256 != b.sha256 { return a.sha256 ?? "" < b.sha256 ?? "" }
        return a.frameOffset < b.frameOffset
    }
}

extension ObservationSet {
    /// The captures of each chain, in their order.
    var chains: [[Int]] {
        var members: [UInt32: [Int]] = [:]
        for (place, capture) in captures.enumerated() { members[capture.chain, default: []].append(place) }
        return members.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Captures in the order of their first packets, the files of a chain together.
    mutating func orderCaptures() {
        let order = chains.sorted { a, b in
            let (first, second) = (captures[a[0]], captures[b[0]])
            if CaptureObservation.precedes(first, second) { return true }
            return CaptureObservation.precedes(second, first) ? false : a[0] < b[0]
        }.flatMap { $0 }
        guard order != Array(captures.indices) else { return }
        var numbers = [UInt32](repeating: 0, count: captures.count)
        for (new, old) in order.enumerated() { numbers[old] = UInt32(truncatingIfNeeded: new) }
        captures = order.map { captures[$0] }
        for place in captures.indices { captures[place].chain = numbers[Int(captures[place].chain)] }
        renumber(Renumbering(captures: numbers, chains: numbers, links: []))
    }
}

public import PacketDecode

/// The first bytes of each direction of TCP connections, in order and once. RFC 9293 §3.4, §3.10.7.4.
///
/// A direction that was removed or evicted begins anew with its next segment: the caller remembers what it is done with.
public struct StreamTable {
    /// The limit of a direction unless the caller asks for another, in bytes.
    public static let standardPrefix = 16 << 10
    /// The largest limit, in bytes: a DNS message of any size with its length (RFC 1035 §4.2.2).
    public static let largestPrefix = 2 + 65_535

    private struct Direction: SlotValue {
        var collector = PrefixCollector()
        /// The sequence number of the collector's first byte.
        var sequence: UInt32 = 0
        /// The sequence number of the first byte of all.
        var firstSequence: UInt32 = 0
        /// Bytes at the front that the caller has consumed.
        var consumed = 0
        var startsMidstream = false
        var isFinished = false
        var strays = 0

        /// Whether a SYN whose data begins at `first` belongs to another connection.
        func isOther(_ first: UInt32) -> Bool { startsMidstream || first != firstSequence }
    }

    /// The sequence number of the first byte, of a direction that has sent no data yet.
    private struct Opening: SlotValue {
        var sequence: UInt32 = 0
    }

    private let limits: StreamLimits
    private var directions = SlotTable<StreamKey, Direction>()
    /// Apart from the others, so that a port scan does not evict streams.
    private var openings = SlotTable<StreamKey, Opening>()
    /// Memory of all directions, in bytes.
    public private(set) var heldBytes = 0
    /// Directions with data that made room for others.
    public private(set) var evicted: UInt64 = 0

    public init(limits: StreamLimits = StreamLimits()) { self.limits = limits }

    /// Directions with data.
    public var count: Int { directions.count }

    /// Takes one segment. A SYN with another sequence number begins a new connection.
    ///
    /// - Parameters:
    ///   - range: the segment's data, may be empty.
    ///   - limit: how many bytes may wait to be consumed.
    public mutating func add(
        _ key: StreamKey, sequence: UInt32, isSYN: Bool, bytes: borrowing RawSpan, range: ByteRange,
        limit: Int = StreamTable.standardPrefix
    ) -> StreamOutcome {
        let first = isSYN ? sequence &+ 1 : sequence
        let data = bytes.clamped(range)
        if isSYN, let place = directions.place(of: key), directions[place].isOther(first) { remove(place) }
        if let place = directions.place(of: key) {
            guard !directions[place].isFinished else { return .finished }
            directions.touch(place)
            return extend(place, first, bytes, data, limit)
        }
        guard !data.isEmpty else {
            if isSYN { open(key, first) }
            return .waiting
        }
        var direction = Direction()
        direction.startsMidstream = !isSYN
        direction.sequence = first
        if let opening = openings.place(of: key) {
            if !isSYN {
                direction.sequence = openings[opening].sequence
                direction.startsMidstream = false
            }
            openings.remove(opening)
        }
        direction.firstSequence = direction.sequence
        let place = directions.insert(key, direction)
        while directions.count > limits.directions, let oldest = directions.oldestPlace, oldest != place {
            evict(oldest)
        }
        return extend(place, first, bytes, data, limit)
    }

    private mutating func open(_ key: StreamKey, _ first: UInt32) {
        if let place = openings.place(of: key) { openings.remove(place) }
        _ = openings.insert(key, Opening(sequence: first))
        while openings.count > limits.directions, let oldest = openings.oldestPlace { openings.remove(oldest) }
    }

    private mutating func extend(
        _ place: Int, _ first: UInt32, _ bytes: borrowing RawSpan, _ data: Range<Int>, _ limit: Int
    ) -> StreamOutcome {
        // Sequence numbers wrap around; what lies less than 2^31 ahead is ahead. RFC 9293 §3.4.
        let distance = Int(Int32(bitPattern: first &- directions[place].sequence))
        let known = min(max(-distance, 0), data.count)
        let offset = max(distance, 0)
        guard known < data.count else { return .waiting }
        let length = directions[place].collector.prefix.count
        let room = directions[place].consumed + min(max(limit, 1), Self.largestPrefix) - offset
        let isWhole = data.count - known <= room
        // Behind a gap, only what fits whole is held: the rest of it would be lost.
        guard room > 0, isWhole || offset <= length else {
            if offset <= length { return finish(place) }
            directions[place].strays += 1
            return directions[place].strays > limits.strays ? finish(place) : .waiting
        }
        let part = (data.lowerBound + known)..<(isWhole ? data.upperBound : data.lowerBound + known + room)
        let before = directions[place].collector.cost
        let insertion = directions[place].collector.insert(
            bytes, part, at: offset, heldPieces: limits.heldSegments, heldBytes: limits.heldBytes)
        heldBytes += directions[place].collector.cost - before
        makeRoom(place)
        if insertion.isRefused || !isWhole { return finish(place) }
        return directions[place].collector.prefix.count > length ? .advanced : .waiting
    }

    private mutating func finish(_ place: Int) -> StreamOutcome {
        let before = directions[place].collector.cost
        directions[place].collector.dropHeld()
        heldBytes += directions[place].collector.cost - before
        directions[place].isFinished = true
        return .finished
    }

    /// One direction is smaller than the limit of all.
    private mutating func makeRoom(_ place: Int) {
        while heldBytes > limits.bytes, let oldest = directions.oldestPlace, oldest != place { evict(oldest) }
    }

    private mutating func evict(_ place: Int) {
        evicted &+= 1
        remove(place)
    }

    private mutating func remove(_ place: Int) {
        heldBytes -= directions[place].collector.cost
        directions.remove(place)
    }
}

// MARK: Reading

extension StreamTable {
    /// Reads the bytes that were not consumed; nil when the direction is unknown.
    public func withPrefix<Result>(_ key: StreamKey, _ body: (borrowing RawSpan) -> Result) -> Result? {
        guard let place = directions.place(of: key) else { return nil }
        let prefix = directions[place].collector.prefix
        return body(prefix.span.bytes.extracting(directions[place].consumed..<prefix.count))
    }

    /// A copy of the bytes that were not consumed; empty when the direction is unknown.
    public func prefix(of key: StreamKey) -> [UInt8] {
        guard let place = directions.place(of: key) else { return [] }
        return Array(directions[place].collector.prefix.dropFirst(directions[place].consumed))
    }

    /// The SYN was not seen: the first byte is not the first of the connection.
    public func startsMidstream(_ key: StreamKey) -> Bool {
        directions.place(of: key).map { directions[$0].startsMidstream } ?? false
    }

    /// Takes bytes from the front, at most those that are there.
    public mutating func consume(_ key: StreamKey, _ count: Int) {
        guard let place = directions.place(of: key) else { return }
        let consumed = min(
            directions[place].consumed + min(max(count, 0), Self.largestPrefix),
            directions[place].collector.prefix.count)
        directions[place].consumed = consumed
        // Moving the rest for every small message would cost the square of the prefix.
        guard consumed >= Self.standardPrefix / 4 || consumed == directions[place].collector.prefix.count else {
            return
        }
        let before = directions[place].collector.cost
        directions[place].collector.drop(consumed)
        heldBytes += directions[place].collector.cost - before
        directions[place].sequence &+= UInt32(truncatingIfNeeded: consumed)
        directions[place].consumed = 0
    }

    /// Forgets the direction.
    public mutating func remove(_ key: StreamKey) {
        if let place = directions.place(of: key) { remove(place) }
        if let place = openings.place(of: key) { openings.remove(place) }
    }
}

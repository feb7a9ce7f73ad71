public import NetworkTypes
public import PacketDecode

/// Puts datagrams together again. IPv4: RFC 791 §3.2, RFC 815; IPv6: RFC 8200 §4.5, RFC 5722, RFC 6946.
public struct FragmentTable {
    private struct Datagram: SlotValue {
        var collector = PrefixCollector()
        var firstSeen = CaptureTime(nanoseconds: 0)
        /// In nanoseconds.
        var timeout: Int64 = 0
        /// In bytes; known from the last fragment on.
        var total: Int?
        /// The end of what lies farthest behind, in bytes.
        var farthest = 0
        var fragments = 0
        var upperProtocol = IPProtocol.noNextHeader
        var hasOverlap = false
        /// Remembered without bytes, so that late fragments do not begin it anew. RFC 5722 §4.
        var isGivenUp = false
    }

    private enum Limit {
        /// Both the total length of IPv4 and the payload length of IPv6 end here.
        static let datagram = 65_535
        /// Fragments begin and, but for the last, end at multiples of this many bytes.
        static let step = 8
    }

    private let limits: FragmentLimits
    private var datagrams = SlotTable<FragmentKey, Datagram>()
    /// Memory of the waiting datagrams, in bytes.
    public private(set) var heldBytes = 0
    /// Datagrams that made room for others.
    public private(set) var evicted: UInt64 = 0
    /// Datagrams whose time ran out.
    public private(set) var expired: UInt64 = 0

    public init(limits: FragmentLimits = FragmentLimits()) { self.limits = limits }

    /// Datagrams that wait, with those given up and remembered.
    public var count: Int { datagrams.count }

    /// Takes one fragment.
    ///
    /// A fragment of which the capture holds only a part must not be added: its end would be taken for the datagram's.
    ///
    /// - Parameters:
    ///   - offset: of the fragment in the datagram, in bytes.
    ///   - range: the fragment's own bytes, without the headers that every fragment repeats.
    public mutating func add(
        _ key: FragmentKey, offset: Int, hasMore: Bool, bytes: borrowing RawSpan, range: ByteRange, time: CaptureTime
    ) -> FragmentOutcome {
        let part = bytes.clamped(range)
        guard !part.isEmpty, offset >= 0, offset % Limit.step == 0, offset <= Limit.datagram - part.count,
            !hasMore || part.count % Limit.step == 0
        else { return .malformed }
        if offset == 0, !hasMore {
            // An atomic fragment has nothing to do with others of the same identification. RFC 6946 §4.
            return .complete(
                ReassembledDatagram(
                    bytes: [UInt8](bytes, part), upperProtocol: key.upperProtocol, fragments: 1, hasOverlap: false))
        }
        expire(before: time)
        let place = place(of: key, time: time)
        guard !datagrams[place].isGivenUp else { return .refused }
        datagrams[place].fragments += 1
        guard datagrams[place].fragments <= limits.fragments else { return giveUp(place, .refused) }
        let end = offset + part.count
        if !end.isPossible(hasMore: hasMore, total: datagrams[place].total, farthest: datagrams[place].farthest) {
            return contradiction(place, key)
        }
        if !hasMore { datagrams[place].total = end }
        datagrams[place].farthest = max(datagrams[place].farthest, end)
        if offset == 0 { datagrams[place].upperProtocol = key.upperProtocol }

        let before = datagrams[place].collector.cost
        let insertion = datagrams[place].collector.insert(
            bytes, part, at: offset, heldPieces: limits.fragments, heldBytes: Limit.datagram)
        heldBytes += datagrams[place].collector.cost - before
        let isOverlap = insertion.overlap == .different || insertion.overlap == .same && insertion.added > 0
        if isOverlap, key.source.family == .ipv6 { return giveUp(place, .overlap) }
        if isOverlap { datagrams[place].hasOverlap = true }
        if insertion.isRefused { return giveUp(place, .refused) }
        if datagrams[place].collector.prefix.count == datagrams[place].total { return .complete(finish(place)) }
        return isOverlap ? makeRoom(place, .overlap) : makeRoom(place, .waiting)
    }

    private mutating func place(of key: FragmentKey, time: CaptureTime) -> Int {
        if let place = datagrams.place(of: key) {
            guard isExpired(place, time) else { return place }
            expired &+= 1
            remove(place)
        }
        var datagram = Datagram()
        datagram.firstSeen = time
        datagram.upperProtocol = key.upperProtocol
        datagram.timeout = key.source.family == .ipv6 ? limits.timeout6 : limits.timeout4
        let place = datagrams.insert(key, datagram)
        while datagrams.count > limits.datagrams, let oldest = datagrams.oldestPlace, oldest != place { evict(oldest) }
        return place
    }

    /// An IPv4 datagram keeps what it has; the fragment is left out.
    private mutating func contradiction(_ place: Int, _ key: FragmentKey) -> FragmentOutcome {
        if key.source.family == .ipv6 { return giveUp(place, .overlap) }
        datagrams[place].hasOverlap = true
        return .overlap
    }

    private mutating func finish(_ place: Int) -> ReassembledDatagram {
        let datagram = datagrams[place]
        remove(place)
        return ReassembledDatagram(
            bytes: datagram.collector.prefix, upperProtocol: datagram.upperProtocol, fragments: datagram.fragments,
            hasOverlap: datagram.hasOverlap)
    }

    private mutating func giveUp(_ place: Int, _ outcome: FragmentOutcome) -> FragmentOutcome {
        heldBytes -= datagrams[place].collector.cost
        datagrams[place].collector = PrefixCollector()
        datagrams[place].isGivenUp = true
        return outcome
    }

    /// The oldest go first; a datagram that is too large alone is given up.
    private mutating func makeRoom(_ place: Int, _ outcome: FragmentOutcome) -> FragmentOutcome {
        while heldBytes > limits.bytes, let oldest = datagrams.oldestPlace, oldest != place { evict(oldest) }
        return heldBytes > limits.bytes ? giveUp(place, .refused) : outcome
    }

    private mutating func evict(_ place: Int) {
        evicted &+= 1
        remove(place)
    }

    private mutating func remove(_ place: Int) {
        heldBytes -= datagrams[place].collector.cost
        datagrams.remove(place)
    }

    private mutating func expire(before time: CaptureTime) {
        while let oldest = datagrams.oldestPlace, isExpired(oldest, time) {
            expired &+= 1
            remove(oldest)
        }
    }

    /// A clock that was set back as far ends the time as well.
    private func isExpired(_ place: Int, _ time: CaptureTime) -> Bool {
        let age = time.nanoseconds(since: datagrams[place].firstSeen)
        return age > datagrams[place].timeout || age < -datagrams[place].timeout
    }
}

extension Int {
    /// Whether a fragment may end here: a datagram has one length, and nothing lies behind it.
    fileprivate func isPossible(hasMore: Bool, total: Int?, farthest: Int) -> Bool {
        guard let total else { return hasMore || self >= farthest }
        return hasMore ? self < total : self == total
    }
}

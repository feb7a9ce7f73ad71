public import PacketDecode

/// What a datagram did.
public enum QUICOutcome: UInt8, Sendable {
    /// It holds no Initial packet of a version that is known here.
    case notInitial
    /// It holds one that is cut, or whose connection began before the capture.
    case undecryptable
    /// It comes from the server: only the client's side is read.
    case fromServer
    /// The client's, without new handshake bytes at the front.
    case waiting
    /// There is more of the handshake to read.
    case advanced
}

/// Collects the handshake bytes, a ClientHello, of QUIC connections from the client's Initial packets.
/// RFC 9000 §17.2.2, RFC 9001 §5.2; version 2: RFC 9369.
///
/// After `remove` a repeated packet begins anew: the caller remembers what it is done with.
public struct QUICInitialTable {
    private struct Connection {
        /// The client's first choice, from which the keys come.
        let firstID: [UInt8]
        /// The client's own; the server's packets go there.
        let clientID: [UInt8]
        let keys: QUICInitialKeys
        var collector = PrefixCollector()

        /// Memory in bytes, about.
        var cost: Int { collector.cost + 512 }

        /// Whether a packet with these identifiers goes to the client.
        func isServer(_ destinationID: [UInt8], _ sourceID: [UInt8]) -> Bool {
            firstID != destinationID && clientID == destinationID && clientID != sourceID
        }
    }

    private struct Flow: SlotValue {
        /// At most two, the latest last: a client may use its port again, and a Retry packet begins anew.
        var connections: [Connection] = []
    }

    private enum Limit {
        static let connectionsOfFlow = 2
        static let packetsOfDatagram = 8
        /// A client's first choice is not shorter. RFC 9000 §7.2.
        static let firstID = 8
    }

    private let limits: QUICLimits
    private var cryptography: QUICCryptography?
    private var flows = SlotTable<UInt64, Flow>()
    /// Memory of all connections, in bytes.
    public private(set) var heldBytes = 0
    /// Flows that made room for others.
    public private(set) var evicted: UInt64 = 0

    public init(limits: QUICLimits = QUICLimits()) { self.limits = limits }

    public var count: Int { flows.count }

    /// Takes one UDP payload, in which several packets may stand behind each other.
    ///
    /// - Parameter flow: the caller's number of the flow, the same for both directions.
    public mutating func add(_ flow: UInt64, bytes: borrowing RawSpan, range: ByteRange) -> QUICOutcome {
        let datagram = bytes.clamped(range)
        var outcome = QUICOutcome.notInitial
        var start = datagram.lowerBound
        for _ in 0..<Limit.packetsOfDatagram {
            guard start < datagram.upperBound,
                let header = QUICLongHeader(bytes, ByteRange(start: start, end: datagram.upperBound))
            else { break }
            if header.isInitial {
                let one = header.isIncomplete ? .undecryptable : add(flow, header, from: start, bytes)
                if one.rawValue > outcome.rawValue { outcome = one }
            }
            guard header.payloadEnd > start else { break }
            start = header.payloadEnd
        }
        return outcome
    }

    private mutating func add(
        _ flow: UInt64, _ header: QUICLongHeader, from start: Int, _ bytes: borrowing RawSpan
    ) -> QUICOutcome {
        if cryptography == nil { cryptography = QUICCryptography() }
        guard let cryptography else { return .undecryptable }
        let destinationID = [UInt8](bytes, bytes.clamped(header.destinationConnectionID))
        let sourceID = [UInt8](bytes, bytes.clamped(header.sourceConnectionID))
        let packet = [UInt8](bytes, start..<header.payloadEnd)
        let numberOffset = header.packetNumberOffset - start
        let place = flows.place(of: flow)
        if let place {
            for number in flows[place].connections.indices.reversed() {
                if flows[place].connections[number].isServer(destinationID, sourceID) { return .fromServer }
                let keys = flows[place].connections[number].keys
                if let opened = QUICInitialPacket(packet, numberOffset: numberOffset, keys, cryptography) {
                    return collect(opened, place, number)
                }
            }
        }
        guard destinationID.count >= Limit.firstID else { return .fromServer }
        guard
            let keys = QUICInitialKeys(
                version: header.version, destinationConnectionID: destinationID, cryptography),
            let opened = QUICInitialPacket(packet, numberOffset: numberOffset, keys, cryptography)
        else { return .undecryptable }
        let home = place ?? begin(flow)
        if flows[home].connections.count >= Limit.connectionsOfFlow {
            heldBytes -= flows[home].connections.removeFirst().cost
        }
        let connection = Connection(firstID: destinationID, clientID: sourceID, keys: keys)
        heldBytes += connection.cost
        flows[home].connections.append(connection)
        return collect(opened, home, flows[home].connections.count - 1)
    }

    private mutating func begin(_ flow: UInt64) -> Int {
        let place = flows.insert(flow, Flow())
        while flows.count > limits.flows, let oldest = flows.oldestPlace, oldest != place { evict(oldest) }
        return place
    }

    private mutating func collect(_ packet: QUICInitialPacket, _ place: Int, _ number: Int) -> QUICOutcome {
        // The connection that speaks is the latest.
        let last = flows[place].connections.count - 1
        flows[place].connections.swapAt(number, last)
        flows.touch(place)
        let before = flows[place].connections[last].cost
        let length = flows[place].connections[last].collector.prefix.count
        let payload = packet.payload
        for part in packet.handshakeParts where part.offset <= limits.handshake - part.range.count {
            _ = flows[place].connections[last].collector.insert(
                payload.span.bytes, part.range, at: part.offset, heldPieces: limits.heldPieces,
                heldBytes: limits.handshake)
        }
        heldBytes += flows[place].connections[last].cost - before
        while heldBytes > limits.bytes, let oldest = flows.oldestPlace, oldest != place { evict(oldest) }
        return flows[place].connections[last].collector.prefix.count > length ? .advanced : .waiting
    }

    private mutating func evict(_ place: Int) {
        evicted &+= 1
        remove(place)
    }

    private mutating func remove(_ place: Int) {
        for connection in flows[place].connections { heldBytes -= connection.cost }
        flows.remove(place)
    }

    /// The handshake bytes of the flow's latest connection from the first on, without a gap; empty when there are none.
    public func handshake(of flow: UInt64) -> [UInt8] {
        flows.place(of: flow).flatMap { flows[$0].connections.last?.collector.prefix } ?? []
    }

    /// Forgets the flow.
    public mutating func remove(_ flow: UInt64) {
        if let place = flows.place(of: flow) { remove(place) }
    }
}

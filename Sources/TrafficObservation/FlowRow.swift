public import NetworkTypes
import PacketDecode

/// One conversation on one link, its two ends in the order client, server.
///
/// Compact, because an office has hundreds of thousands; what is not seen is `Proof.none` inside and nil outside.
public struct FlowRow: Sendable, Equatable {
    public let client: IPAddress
    public let transport: IPProtocol
    public let clientPort: UInt16
    package internal(set) var linkNumber: UInt32
    public let server: IPAddress
    /// Inside a tunnel: speaks for the tunnel, not for the link.
    public var isTunnelled = false
    public let serverPort: UInt16
    /// What is still to be looked for in its data.
    var inspection = FlowInspection()
    var clientEnd = End()
    var serverEnd = End()
    private var firstSYN = Proof.none
    private var firstSYNACK = Proof.none
    private var firstFIN = Proof.none
    private var firstReset = Proof.none
    private var firstUnreachable = Proof.none
    private var firstEmbedded = Proof.none
    public private(set) var firstFrame: Proof
    public private(set) var lastSeen: CaptureTime

    public init(
        link: Int, client: IPAddress, server: IPAddress, transport: IPProtocol, clientPort: UInt16, serverPort: UInt16,
        firstFrame: Proof, lastSeen: CaptureTime
    ) {
        linkNumber = UInt32(truncatingIfNeeded: link)
        self.client = client
        self.server = server
        self.transport = transport
        self.clientPort = clientPort
        self.serverPort = serverPort
        self.firstFrame = firstFrame
        self.lastSeen = lastSeen
    }

    /// The same conversation with its ends exchanged.
    var reversed: FlowRow {
        var other = FlowRow(
            link: link, client: server, server: client, transport: transport, clientPort: serverPort,
            serverPort: clientPort, firstFrame: firstFrame, lastSeen: lastSeen)
        other.isTunnelled = isTunnelled
        other.inspection = inspection.reversed
        other.clientEnd = serverEnd
        other.serverEnd = clientEnd
        other.firstSYN = firstSYN
        other.firstSYNACK = firstSYNACK
        other.firstFIN = firstFIN
        other.firstReset = firstReset
        other.firstUnreachable = firstUnreachable
        other.firstEmbedded = firstEmbedded
        return other
    }

    mutating func renumber(_ numbers: Renumbering) {
        linkNumber = numbers.link(linkNumber)
        clientEnd.firstData.renumber(numbers)
        serverEnd.firstData.renumber(numbers)
        firstSYN.renumber(numbers)
        firstSYNACK.renumber(numbers)
        firstFIN.renumber(numbers)
        firstReset.renumber(numbers)
        firstUnreachable.renumber(numbers)
        firstEmbedded.renumber(numbers)
        firstFrame.renumber(numbers)
    }

    /// What comes later is the same conversation; a handshake decides who is the client, the earlier one first.
    mutating func merge(_ later: FlowRow) {
        var later = later
        let isSameWay = client == later.client && clientPort == later.clientPort
        if !hasHandshake, later.hasHandshake {
            if !isSameWay { self = reversed }
            inspection.wasCorrected = !isSameWay
        } else if !isSameWay {
            later = later.reversed
        }
        clientEnd.merge(later.clientEnd)
        serverEnd.merge(later.serverEnd)
        firstSYN.merge(later.firstSYN)
        firstSYNACK.merge(later.firstSYNACK)
        firstFIN.merge(later.firstFIN)
        firstReset.merge(later.firstReset)
        firstEmbedded.merge(later.firstEmbedded)
        firstFrame.merge(later.firstFrame)
        lastSeen = max(lastSeen, later.lastSeen)
    }

    private var hasHandshake: Bool { firstSYN.seen != nil || firstSYNACK.seen != nil }

    /// What was found of its data so far, and where the rows of its ends are.
    mutating func forgetInspection() {
        inspection = FlowInspection()
        for end in [\FlowRow.clientEnd, \FlowRow.serverEnd] {
            self[keyPath: end].source = -1
            self[keyPath: end].start = 0
            self[keyPath: end].knowsStart = false
        }
    }

    mutating func settle() { forgetInspection() }
    mutating func forgetUnreachable() { firstUnreachable = .none }

    package var clientBytes: UInt64 {
        get { clientEnd.bytes }
        set { clientEnd.bytes = newValue }
    }
    package var serverBytes: UInt64 {
        get { serverEnd.bytes }
        set { serverEnd.bytes = newValue }
    }
    public var link: Int { Int(linkNumber) }
    public var family: AddressFamily { client.family }
    public var clientMAC: MACAddress {
        get { clientEnd.mac }
        set { clientEnd.mac = newValue }
    }
    public var serverMAC: MACAddress {
        get { serverEnd.mac }
        set { serverEnd.mac = newValue }
    }
    /// The machine on the link that took the client's first frame: the server or a router; zero where unknown.
    public var clientNextHop: MACAddress {
        get { clientEnd.nextHop }
        set { clientEnd.nextHop = newValue }
    }
    public var serverNextHop: MACAddress {
        get { serverEnd.nextHop }
        set { serverEnd.nextHop = newValue }
    }
    public var clientPackets: UInt64 {
        get { clientEnd.packets }
        set { clientEnd.packets = newValue }
    }
    public var serverPackets: UInt64 {
        get { serverEnd.packets }
        set { serverEnd.packets = newValue }
    }
    public var bytes: UInt64 { clientEnd.bytes &+ serverEnd.bytes }
    /// The first SYN, SYN-ACK, data of each end, FIN and RST.
    public var syn: Proof? {
        get { firstSYN.seen }
        set { firstSYN = newValue ?? .none }
    }
    public var synAck: Proof? {
        get { firstSYNACK.seen }
        set { firstSYNACK = newValue ?? .none }
    }
    public var clientData: Proof? {
        get { clientEnd.firstData.seen }
        set { clientEnd.firstData = newValue ?? .none }
    }
    public var serverData: Proof? {
        get { serverEnd.firstData.seen }
        set { serverEnd.firstData = newValue ?? .none }
    }
    public var fin: Proof? {
        get { firstFIN.seen }
        set { firstFIN = newValue ?? .none }
    }
    public var reset: Proof? {
        get { firstReset.seen }
        set { firstReset = newValue ?? .none }
    }

    /// The first ICMP error that quotes the client.
    public var unreachable: Proof? {
        get { firstUnreachable.seen }
        set { firstUnreachable = newValue ?? .none }
    }

    /// The first message that carries an IPv4 address for another connection (FTP, SIP, RTSP): translators do not see
    /// it. RFC 6384, RFC 6157.
    public var embeddedAddress: Proof? {
        get { firstEmbedded.seen }
        set { firstEmbedded = newValue ?? .none }
    }

    /// TCP with SYN, SYN-ACK and data or FIN; UDP with a request and an answer. Domain: "operational".
    public var isEstablished: Bool {
        switch transport {
        // Where a page hangs for want of a path MTU, the request passes and the client closes; the answer is missing.
        case .tcp:
            synAck != nil
                && (serverData != nil && serverEnd.beginning.mayBeWhole
                    || clientData == nil && serverData == nil && fin != nil
                    || clientData != nil && Self.takesDataOnly(serverPort))
        case .udp: clientPackets > 0 && serverPackets > 0
        default: false
        }
    }
    /// Services that are sent data and say nothing: printing and logs. RFC 1179, RFC 6587, RFC 5425.
    private static func takesDataOnly(_ port: UInt16) -> Bool { [9100, 515, 514, 601, 6514].contains(port) }

    /// The frame that completes the proof of `isEstablished`.
    public var establishingProof: Proof? {
        guard isEstablished else { return nil }
        switch transport {
        case .tcp: return [serverData, clientData, fin].compactMap { $0 }.min()
        default: return serverData ?? firstFrame
        }
    }

    /// The row of an end's source, if frames of this MAC belong to it; else −1.
    @inline(__always)
    func source(ofClient isClient: Bool, behind mac: MACAddress) -> Int32 {
        let end = isClient ? clientEnd : serverEnd
        return end.mac == mac ? end.source : -1
    }

    /// The first MAC that an end is seen behind is the end's.
    mutating func remember(_ source: Int32, _ mac: MACAddress, to destination: MACAddress, ofClient isClient: Bool) {
        if isClient {
            clientEnd.remember(source, mac, to: destination)
        } else {
            serverEnd.remember(source, mac, to: destination)
        }
    }

    /// Counts one packet of the conversation.
    @inline(__always)
    mutating func add(_ length: UInt32, _ proof: Proof, fromClient: Bool, hasData: Bool) {
        if proof < firstFrame { firstFrame = proof }
        if proof.time > lastSeen { lastSeen = proof.time }
        if fromClient {
            clientEnd.add(length, proof, hasData: hasData)
        } else {
            serverEnd.add(length, proof, hasData: hasData)
        }
    }

    /// The place of a segment with data.
    @inline(__always)
    mutating func noteData(_ sequence: UInt32, fromClient: Bool) {
        if fromClient { clientEnd.beginning.noteData(sequence) } else { serverEnd.beginning.noteData(sequence) }
    }

    /// As they are stored.
    package var beginnings: (client: StreamBeginning, server: StreamBeginning) {
        get { (clientEnd.beginning, serverEnd.beginning) }
        set { (clientEnd.beginning, serverEnd.beginning) = newValue }
    }

    mutating func noteEmbeddedAddress(_ proof: Proof) { firstEmbedded.keepEarlier(proof) }
    mutating func noteUnreachable(_ proof: Proof) { firstUnreachable.keepEarlier(proof) }

    // MARK: Streams

    func start(ofClient isClient: Bool) -> UInt32? {
        let end = isClient ? clientEnd : serverEnd
        return end.knowsStart ? end.start : nil
    }

    /// Whether a segment begins where the next data is expected; true where nothing is known, as without a SYN.
    func isNext(_ sequence: UInt32, ofClient isClient: Bool) -> Bool {
        start(ofClient: isClient).map { $0 == sequence } ?? true
    }

    /// Where the next data begins; another start than before, with a SYN, is another connection.
    mutating func noteStart(_ sequence: UInt32, ofClient isClient: Bool) {
        if isClient {
            clientEnd.start = sequence
            clientEnd.knowsStart = true
        } else {
            serverEnd.start = sequence
            serverEnd.knowsStart = true
        }
    }

    /// The control bits of one segment.
    mutating func note(_ flags: TCPFlags, _ sequence: UInt32, fromClient: Bool, _ proof: Proof) {
        if flags.contains(.syn) {
            if fromClient { clientEnd.beginning.noteSYN(sequence) } else { serverEnd.beginning.noteSYN(sequence) }
        }
        if flags.contains(.syn) {
            if flags.contains(.ack) { firstSYNACK.keepEarlier(proof) } else { firstSYN.keepEarlier(proof) }
        }
        if flags.contains(.fin) { firstFIN.keepEarlier(proof) }
        if flags.contains(.rst) { firstReset.keepEarlier(proof) }
    }
}

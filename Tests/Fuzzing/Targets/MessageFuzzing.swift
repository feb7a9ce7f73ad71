import NetworkTypes
public import PacketDecode

/// Messages of every protocol, whatever the port they came from.
public enum MessageFuzzing {
    /// Reads bytes as every message there is.
    public static func violation(_ bytes: borrowing RawSpan, _ range: ByteRange) -> String? {
        readNeighbors(bytes, range)
        _ = DHCPv4Message(bytes, range)
        readTLS(bytes, range)
        _ = QUICLongHeader(bytes, range)
        readNames(bytes, range)
        readSessions(bytes, range)
        readRouting(bytes, range)
        return dhcpv6Violation(bytes, range) ?? dnsViolation(bytes, range)
    }

    static func readNeighbors(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        _ = NeighborDiscoveryMessage(bytes, range)
        _ = RouterAdvertisement(bytes, range, declaredLength: UInt32(range.count))
        _ = RouterAdvertisement(bytes, range, declaredLength: .max)
    }

    static func dhcpv6Violation(_ bytes: borrowing RawSpan, _ range: ByteRange) -> String? {
        guard let message = DHCPv6Message(bytes, range) else { return nil }
        return message.addresses.count > range.count / 24 ? "more addresses than the message can hold" : nil
    }

    static func dnsViolation(_ bytes: borrowing RawSpan, _ range: ByteRange) -> String? {
        for part in DNSStream.messageRanges(bytes, range) { _ = DNSMessage(bytes, part) }
        readInPlace(bytes, range)
        guard let message = DNSMessage(bytes, range) else { return nil }
        for name in message.questions.map(\.name) + message.records.map(\.name) {
            if name.utf8.count > 1020 { return "a name of more than 255 octets" }
            if name.unicodeScalars.contains(where: { $0.value < 0x20 }) { return "a control character in a name" }
        }
        return message.questions.count + message.records.count > range.count ? "records out of nothing" : nil
    }

    private static func readInPlace(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        guard var reader = DNSReader(bytes, range) else { return }
        var name = NameBuffer()
        while let question = reader.nextQuestion(bytes) { _ = reader.readName(of: question, bytes, into: &name) }
        while let record = reader.nextRecord(bytes) {
            _ = reader.readName(of: record, bytes, into: &name)
            _ = name.reverseAddress
            _ = reader.address(of: record, bytes)
            _ = reader.readTarget(of: record, bytes, into: &name)
        }
    }

    static func readTLS(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        _ = TLSHandshakeStart.recognise(bytes, range)
        _ = TLSHandshakeStart(bytes, range)
        _ = TLSClientHello(bytes, range)
        _ = TLSServerHello(bytes, range)
        _ = TLSServerCertificate.find(bytes, range)
        _ = X509Certificate(bytes, range)
    }

    static func readNames(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        _ = NetBIOSNameMessage(bytes, range)
        _ = NetBIOSDatagram(bytes, range)
        _ = LLDPMessage(bytes, range)
        _ = CDPMessage(bytes, range)
        _ = BridgeProtocolMessage(bytes, range)
        _ = EAPOLMessage(bytes, range)
        _ = SSDPMessage(bytes, range)
        _ = WSDiscoveryMessage(bytes, range)
        _ = SNMPMessage(bytes, range)
        _ = NTPMessage(bytes, range)
        _ = SyslogMessage(bytes, range)
        _ = RADIUSAccounting(bytes, range)
    }

    static func readSessions(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        _ = HTTPRequestHead(bytes, range)
        _ = HTTPStatusLine(bytes, range)
        _ = SSHIdentification(bytes, range)
        _ = SSHKeyExchangeReply(bytes, range)
        _ = SIPMessage(bytes, range)
        _ = RTSPMessage(bytes, range)
        _ = FTPControl(bytes, range)
        _ = SMBHeader(bytes, range)
        _ = NTLMMessage(bytes, range)
        _ = NTLMMessage.findInBindAnswer(bytes, range)
    }

    static func readRouting(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        _ = OSPFMessage(bytes, range)
        _ = BGPMessage(bytes, range)
        _ = EIGRPMessage(bytes, range)
        _ = GLBPMessage(bytes, range)
        _ = HSRPMessage(bytes, range)
        _ = ISISMessage(bytes, range)
        _ = PIMMessage(bytes, range)
        for family in AddressFamily.allCases {
            _ = RIPMessage(bytes, range, family: family)
            _ = VRRPMessage(bytes, range, family: family)
        }
    }
}

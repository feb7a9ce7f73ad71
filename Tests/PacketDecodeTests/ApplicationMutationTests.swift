import NetworkTypes
import PacketDecode
import TestSupport
import Testing

/// Valid application messages with a few bytes changed, cut or added: reading ends, and what it says stays inside them.
@Suite struct ApplicationMutationTests {
    static let seeds: [[UInt8]] = [
        TLSClientHelloTests.modern, Hello.records(Hello.message(1, TLSClientHelloTests.modern), size: 40),
        Hello.records(Hello.message(2, Hello.server(Hello.protocols(["h2"])))), QUICLongHeaderTests.initial(length: 40),
        PacketBuilder.hex("8a 00000000 01 aa 02 bbbb 00000001 6b3343cf"),
        Array(HTTPRequestHeadTests.request.utf8), Array(HTTPStatusLineTests.response.utf8),
        SSHKeyExchangeReplyTests.stream, NetBIOSPackets.registration, NetBIOSPackets.status,
        NetBIOSPackets.announcement(), NTLMMessageTests.challenge, NTLMMessageTests.authenticate(),
        SMBHeaderTests.setup2, DHCPv4OptionsTests.acknowledgement, DHCPv6OptionsTests.reply, DHCPv6OptionsTests.solicit,
        PacketBuilder.integer(UInt16(DNSMessageTests.answer.count)) + DNSMessageTests.answer,
        RouterAdvertisementTests.complete, TLSServerCertificateTests.stream, X509CertificateTests.certificate,
        RADIUSAccountingTests.interim,
    ]

    private static func isInside(_ part: ByteRange, _ range: ByteRange) -> Bool {
        part.isEmpty || part.start >= range.start && part.end <= range.end
    }

    /// Everything that may be asked of a payload; false where an answer breaks a limit.
    private static func holds(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Bool {
        holdsStreams(bytes, range) && holdsDatagrams(bytes, range)
    }

    private static func holdsStreams(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Bool {
        if let hello = TLSClientHello(bytes, range), hello.applicationProtocols.count > 16 { return false }
        _ = TLSServerHello(bytes, range)
        if let start = TLSHandshakeStart(bytes, range) {
            guard start.body.count <= range.count, start.neededCount > 0 else { return false }
            if start.isIncomplete, !start.isBroken, start.neededCount <= range.count { return false }
        }
        if case .found(let leaf) = TLSServerCertificate.find(bytes, range), leaf.isEmpty || leaf.count > range.count {
            return false
        }
        if let certificate = X509Certificate(bytes, range), !isInside(certificate.publicKey, range) { return false }
        if let head = HTTPRequestHead(bytes, range), let host = head.host, host.utf8.contains(where: { $0 < 0x21 }) {
            return false
        }
        if let line = HTTPStatusLine(bytes, range), !(100...999).contains(line.status) { return false }
        if let line = SSHIdentification(bytes, range), line.end > Int(range.end) { return false }
        switch SSHKeyExchangeReply.find(bytes, range) {
        case .found(let reply): if !isInside(reply.hostKey, range) { return false }
        case .needsMore(let count): if count <= range.count { return false }
        case .absent: break
        }
        guard let split = DNSStream.split(bytes, range) else { return true }
        return split.messages.allSatisfy { isInside($0, range) } && split.end <= Int(range.end)
    }

    private static func holdsDatagrams(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Bool {
        if let header = QUICLongHeader(bytes, range) {
            let parts = [header.destinationConnectionID, header.sourceConnectionID, header.tokenRange]
            guard parts.allSatisfy({ isInside($0, range) }), header.payloadEnd <= Int(range.end),
                header.packetNumberOffset <= header.payloadEnd
            else { return false }
        }
        if let message = NetBIOSNameMessage(bytes, range), message.owners.count + message.nodeNames.count > 400 {
            return false
        }
        _ = NetBIOSDatagram(bytes, range)
        _ = NTLMMessage(bytes, range)
        if let message = NTLMMessage.find(bytes, range), (message.workstation ?? "").utf8.count > 1530 { return false }
        if let header = SMBHeader(bytes, range), header.offset > Int(range.end) { return false }
        if let message = RADIUSAccounting(bytes, range), message.addresses.count > 16 { return false }
        if let message = DHCPv4Message(bytes, range), message.classlessRoutes.count > 64 { return false }
        if let message = DHCPv6Message(bytes, range), message.searchDomains.count > 32 { return false }
        if let message = RouterAdvertisement(bytes, range, declaredLength: 0), message.searchDomains.count > 32 {
            return false
        }
        return true
    }

    private static var mutation: MessageMutation { MessageMutation(seeds: seeds, holds: holds) }

    @Test func survivesTenThousandChangedMessages() throws {
        try Self.mutation.expectTenThousandChangedMessagesHold(seed: 6724)
    }

    @Test func survivesEveryPrefixAndEveryStartOfTheSeeds() {
        Self.mutation.expectEveryPrefixAndEveryStartHolds()
    }

    @Test func readsNothingBeyondTheEndOfTheBytes() {
        for seed in Self.seeds {
            let far = ByteRange(start: 0, end: seed.count + 5000)
            _ = Self.holds(seed.span.bytes, far)
            _ = Self.holds(seed.span.bytes, ByteRange(start: seed.count + 1, end: seed.count + 900))
            _ = Self.holds(seed.span.bytes, ByteRange(start: .max, end: .max))
        }
    }
}

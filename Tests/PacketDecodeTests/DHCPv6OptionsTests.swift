import NetworkTypes
import PacketDecode
import TestSupport
import Testing

/// Options of DHCPv6 beyond addresses: of servers, clients and relays.
@Suite struct DHCPv6OptionsTests {
    private static func option(_ code: UInt16, _ value: [UInt8]) -> [UInt8] { PacketBuilder.dhcpv6Option(code, value) }
    private static func sized(_ text: String) -> [UInt8] {
        PacketBuilder.integer(UInt16(text.utf8.count)) + Array(text.utf8)
    }

    private static let ntp =
        option(1, PacketBuilder.address(Sample.v6)) + option(2, PacketBuilder.address(Sample.allNodes))
        + option(3, PacketBuilder.dnsName("ntp.Example.vn"))

    static let reply = PacketBuilder.dhcpv6(
        type: 7,
        options: option(24, PacketBuilder.dnsName("UBND.example.vn") + PacketBuilder.dnsName("example.vn"))
            + option(31, PacketBuilder.address(Sample.otherV6)) + option(56, ntp) + option(14, [])
            + option(32, [0, 1, 0x51, 0x80]))

    static let solicit = PacketBuilder.dhcpv6(
        type: 1,
        options: option(6, [0, 23, 0, 24, 0, 56]) + option(14, [])
            + option(16, [0, 0, 1, 0x37] + sized("MSFT 5.0") + sized("x")))

    private func read(_ message: [UInt8]) -> DHCPv6Message? { DHCPv6Message(message.span.bytes, message.whole) }
    private func read(options: [UInt8]) throws -> DHCPv6Message {
        try #require(read(PacketBuilder.dhcpv6(type: 7, options: options)))
    }

    @Test func readsServersAndDomains() throws {
        let message = try #require(read(Self.reply))
        #expect(message.searchDomains == ["ubnd.example.vn", "example.vn"])
        #expect(message.ntpServers == [Sample.otherV6, Sample.v6, Sample.allNodes])
        #expect(message.ntpServerNames == ["ntp.example.vn"])
        #expect(message.hasRapidCommit)
        #expect(message.informationRefreshSeconds == 86_400)
        #expect(!message.isIncomplete)
    }

    @Test func readsWhatAClientTellsOfItself() throws {
        let message = try #require(read(Self.solicit))
        #expect(message.requestedOptions == [23, 24, 56])
        #expect(message.vendorClass?.enterprise == 311)
        #expect(message.vendorClass?.texts == ["MSFT 5.0", "x"])
        #expect(message.hasRapidCommit)
        #expect(message.searchDomains.isEmpty && message.ntpServers.isEmpty && message.ntpServerNames.isEmpty)
        #expect(message.informationRefreshSeconds == nil && !message.hasTemporaryAssociation)
        #expect(!message.isIncomplete)
    }

    @Test func takesThePortFromTheRelayNearestToTheClient() throws {
        let inner = PacketBuilder.dhcpv6Relay(
            link: Sample.v6, peer: Sample.linkLocal,
            options: Self.option(18, Array("eth0/7".utf8)) + Self.option(37, [0, 0, 0, 9, 0xaa]), Self.solicit)
        let outer = PacketBuilder.dhcpv6Relay(
            hops: 1, link: .unspecified, peer: Sample.v6, options: Self.option(18, [1]) + Self.option(37, [2]), inner)
        let message = try #require(read(outer))
        #expect(message.relayInterfaceID == Array("eth0/7".utf8))
        #expect(message.relayRemoteID == [0, 0, 0, 9, 0xaa])
        #expect(try #require(read(Self.solicit)).relayInterfaceID == nil)
    }

    @Test func marksValuesThatDoNotFit() throws {
        let cases: [(UInt16, [UInt8])] = [
            (6, [0]), (16, [0, 0, 1]), (16, [0, 0, 1, 0x37, 0, 5, 0x61]), (24, [3, 0x61]), (31, [1]), (32, [1]),
            (56, Self.option(1, [1])), (56, [0, 1, 0, 16, 1]), (56, Self.option(3, [9])),
        ]
        for (code, value) in cases {
            let message = try read(options: Self.option(code, value) + Self.option(13, [0, 9]))
            #expect(message.isIncomplete, "option \(code)")
            #expect(message.statusCodes == [9])
        }
    }

    @Test func keepsABoundedNumberOfEntries() throws {
        let names = (0..<40).flatMap { _ in PacketBuilder.dnsName("a.vn") }
        let domains = try read(options: Self.option(24, names))
        #expect(domains.searchDomains.count == 32)
        #expect(domains.isIncomplete)
        let texts = try read(options: Self.option(16, [0, 0, 1, 0x37] + (0..<9).flatMap { _ in Self.sized("a") }))
        #expect(texts.vendorClass?.texts.count == 8)
        #expect(texts.isIncomplete)
    }

    @Test func marksEveryShorterMessage() throws {
        for bytes in [Self.reply, Self.solicit] {
            var ends: Set<Int> = [4]
            var offset = 4
            while offset < bytes.count {
                offset += 4 + Int(bytes[offset + 2]) << 8 + Int(bytes[offset + 3])
                ends.insert(offset)
            }
            for length in 4..<bytes.count {
                let short = try #require(read(Array(bytes.prefix(length))))
                #expect(short.isIncomplete == !ends.contains(length))
            }
        }
    }
}

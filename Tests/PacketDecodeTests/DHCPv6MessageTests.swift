import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct DHCPv6MessageTests {
    private static func option(_ code: UInt16, _ value: [UInt8]) -> [UInt8] { PacketBuilder.dhcpv6Option(code, value) }

    private static let clientDUID = PacketBuilder.hex("0003 0001 02005e005301")
    private static let serverDUID = PacketBuilder.hex("0001 0001 2b3c4d5e 02005e005302")
    private static let address = option(5, PacketBuilder.address(Sample.v6) + PacketBuilder.hex("00000e10 00001c20"))
    private static let prefix = option(
        26, PacketBuilder.hex("00000e10 00001c20 38 20010db8 01000000 00000000 00000000"))
    private static let times = PacketBuilder.hex("00000001 00000708 00000b40")

    static let solicit = PacketBuilder.dhcpv6(
        type: 1, transactionID: 0x00ab_cdef,
        options: option(1, clientDUID) + option(8, [0x01, 0x02]) + option(6, [0, 23, 0, 39])
            + option(39, [1] + PacketBuilder.dnsLabels([Array("PC-01".utf8)])) + option(3, times))

    static let reply = PacketBuilder.dhcpv6(
        type: 7, transactionID: 0x00ab_cdef,
        options: option(1, clientDUID) + option(2, serverDUID)
            + option(3, times + address + option(13, [0, 0] + Array("ok".utf8)))
            + option(25, times + prefix)
            + option(23, PacketBuilder.address(Sample.otherV6) + PacketBuilder.address(Sample.v6))
            + option(13, [0, 4]))

    private func read(_ message: [UInt8]) -> DHCPv6Message? { DHCPv6Message(message.span.bytes, message.whole) }

    private func read(type: UInt8 = 7, options: [UInt8]) throws -> DHCPv6Message {
        try #require(read(PacketBuilder.dhcpv6(type: type, options: options)))
    }

    @Test func readsWhatAClientSends() throws {
        let message = try #require(read(Self.solicit))
        #expect(message.type == DHCPv6Message.solicit)
        #expect(message.transactionID == 0xab_cdef)
        #expect(message.clientDUID == Self.clientDUID)
        #expect(message.serverDUID == nil)
        #expect(message.elapsedHundredths == 258)
        #expect(message.fullyQualifiedName == "pc-01")
        #expect(message.hasNonTemporaryAssociation)
        #expect(!message.hasDelegationAssociation)
        #expect(message.addresses.isEmpty && message.statusCodes.isEmpty && message.resolvers.isEmpty)
        #expect(!message.isRelayed)
        #expect(message.relayLinkAddress == nil && message.relayPeerAddress == nil && message.clientLinkLayer == nil)
        #expect(!message.isIncomplete)
    }

    @Test func readsWhatAServerSends() throws {
        let message = try #require(read(Self.reply))
        #expect(message.type == DHCPv6Message.reply)
        #expect(message.serverDUID == Self.serverDUID)
        #expect(message.addresses.map(\.address) == [Sample.v6])
        #expect(message.addresses.map(\.preferredSeconds) == [3600])
        #expect(message.addresses.map(\.validSeconds) == [7200])
        #expect(message.delegatedPrefixes == [IPPrefix("2001:db8:100::/56")].compactMap { $0 })
        #expect(message.delegations.map(\.preferredSeconds) == [3600])
        #expect(message.delegations.map(\.validSeconds) == [7200])
        #expect(message.hasNonTemporaryAssociation)
        #expect(message.hasDelegationAssociation)
        #expect(message.statusCodes == [0, 4])
        #expect(message.resolvers == [Sample.otherV6, Sample.v6])
        #expect(message.elapsedHundredths == nil)
        #expect(!message.isIncomplete)
    }

    @Test func readsTemporaryAddresses() throws {
        let message = try read(options: Self.option(4, [0, 0, 0, 1] + Self.address))
        #expect(message.addresses.map(\.address) == [Sample.v6])
        #expect(!message.hasNonTemporaryAssociation)
        #expect(message.hasTemporaryAssociation)
        #expect(!message.isIncomplete)
    }

    @Test func readsStatusCodesAtEveryDepth() throws {
        let inAddress = Self.option(
            5, PacketBuilder.address(Sample.v6) + [UInt8](repeating: 0, count: 8) + Self.option(13, [0, 5]))
        let message = try read(
            options: Self.option(3, Self.times + inAddress + Self.option(13, [0, 2])) + Self.option(13, [0, 1]))
        #expect(message.statusCodes == [5, 2, 1])
        #expect(!message.isIncomplete)
    }

    @Test func rejectsEveryShorterHeader() {
        for length in 0..<4 { #expect(read(Array(Self.solicit.prefix(length))) == nil) }
        let relayed = PacketBuilder.dhcpv6Relay(link: Sample.v6, peer: Sample.linkLocal, Self.solicit)
        for length in 0..<34 { #expect(read(Array(relayed.prefix(length))) == nil) }
        #expect(read([0, 0, 0, 0, 0, 0]) == nil)
    }

    @Test func marksEveryShorterMessage() throws {
        // Where the options end, a shorter message is whole.
        var ends: Set<Int> = [4]
        for message in [Self.solicit, Self.reply] {
            ends = [4]
            var offset = 4
            while offset < message.count {
                offset += 4 + Int(message[offset + 2]) << 8 + Int(message[offset + 3])
                ends.insert(offset)
            }
            for length in 4...message.count {
                let short = try #require(read(Array(message.prefix(length))))
                #expect(short.isIncomplete == !ends.contains(length))
            }
        }
    }

    @Test func unwrapsARelayedMessage() throws {
        let link = IPv6Address(high: 0x2001_0db8_0001_0000, low: 1)
        let bytes = PacketBuilder.dhcpv6Relay(
            link: link, peer: Sample.linkLocal, options: Self.option(79, [0, 1] + PacketBuilder.address(Sample.mac)),
            Self.solicit)
        let message = try #require(read(bytes))
        #expect(message.type == DHCPv6Message.solicit)
        #expect(message.transactionID == 0xab_cdef)
        #expect(message.isRelayed)
        #expect(message.relayLinkAddress == link)
        #expect(message.relayPeerAddress == Sample.linkLocal)
        #expect(message.clientLinkLayer == Sample.mac)
        #expect(message.fullyQualifiedName == "pc-01")
        #expect(!message.isIncomplete)
        for length in 34..<bytes.count {
            let short = try #require(read(Array(bytes.prefix(length))))
            #expect(short.isIncomplete)
            #expect(short.isRelayed)
            #expect(short.type == DHCPv6Message.relayForward)
        }
    }

    @Test func takesTheRelayNearestToTheClient() throws {
        let inner = PacketBuilder.dhcpv6Relay(type: 13, link: .unspecified, peer: Sample.linkLocal, Self.reply)
        let outer = PacketBuilder.dhcpv6Relay(type: 13, hops: 1, link: Sample.otherV6, peer: Sample.v6, inner)
        let message = try #require(read(outer))
        #expect(message.type == DHCPv6Message.reply)
        #expect(message.relayLinkAddress == Sample.otherV6)
        #expect(message.relayPeerAddress == Sample.linkLocal)
    }

    @Test func unwrapsEightRelaysAndNoMore() throws {
        func nested(_ count: Int) -> [UInt8] {
            (0..<count).reduce(Self.solicit) { inner, _ in
                PacketBuilder.dhcpv6Relay(link: Sample.v6, peer: Sample.linkLocal, inner)
            }
        }
        let eight = try #require(read(nested(8)))
        #expect(eight.type == DHCPv6Message.solicit)
        #expect(!eight.isIncomplete)
        let nine = try #require(read(nested(9)))
        #expect(nine.type == DHCPv6Message.relayForward)
        #expect(nine.isIncomplete)
        #expect(nine.clientDUID == nil)
    }

    @Test(arguments: [[], [1], [12, 0, 0, 0]] as [[UInt8]])
    func marksARelayWithoutAMessage(inner: [UInt8]) throws {
        let message = try #require(read(PacketBuilder.dhcpv6Relay(link: Sample.v6, peer: Sample.linkLocal, inner)))
        #expect(message.isRelayed)
        #expect(message.isIncomplete)
        #expect(message.transactionID == 0)
    }

    @Test func marksValuesOfAnotherLength() throws {
        let cases: [(UInt16, [UInt8])] = [
            (1, []), (2, [UInt8](repeating: 1, count: 131)), (3, [0, 0, 0, 1]), (4, [0]), (25, [0]), (8, [1]),
            (8, [1, 2, 3]),
            (13, [0]), (23, [1, 2, 3]), (39, []), (39, [0, 5, 0x61]), (3, times(Self.option(5, [1, 2, 3]))),
            (25, times(Self.option(26, [1, 2, 3]))),
            (25, times(Self.option(26, [0, 0, 0, 0, 0, 0, 0, 0, 129] + [UInt8](repeating: 0, count: 16)))),
        ]
        for (code, value) in cases {
            let message = try read(options: Self.option(code, value) + Self.option(13, [0, 9]))
            #expect(message.isIncomplete, "option \(code)")
            #expect(message.statusCodes.last == 9, "option \(code)")
            #expect(message.addresses.isEmpty && message.delegatedPrefixes.isEmpty)
        }
    }

    private func times(_ options: [UInt8]) -> [UInt8] { Self.times + options }

    @Test func takesAddressesFromTheirPlaceOnly() throws {
        let message = try read(options: Self.address + Self.prefix + Self.option(3, Self.times + Self.prefix))
        #expect(message.addresses.isEmpty)
        #expect(message.delegatedPrefixes.isEmpty)
        #expect(!message.isIncomplete)
    }

    @Test func endsInDeepNesting() throws {
        let nested = (0..<40).reduce([UInt8]()) { inner, _ in
            Self.option(
                3,
                Self.times + Self.option(5, PacketBuilder.address(Sample.v6) + [UInt8](repeating: 0, count: 8) + inner))
        }
        #expect(try read(options: nested).addresses.count == 1)
    }
}

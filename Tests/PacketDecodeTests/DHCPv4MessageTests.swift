import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct DHCPv4MessageTests {
    private static func option(_ code: UInt8, _ value: [UInt8]) -> [UInt8] { PacketBuilder.dhcpv4Option(code, value) }
    private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// A REQUEST of a client that would do without IPv4.
    static let request = PacketBuilder.dhcpv4(
        transactionID: 0xdead_beef, clientMAC: Sample.mac,
        options: option(53, [3]) + [0, 0] + option(50, [192, 0, 2, 10]) + option(54, [192, 0, 2, 1])
            + option(12, text("PC-01")) + option(60, text("MSFT 5.0")) + option(61, [1, 2, 0, 0x5e, 0, 0x53, 1])
            + option(55, [1, 3, 6, 15, 108]) + option(81, [0, 0, 0] + text("PC-01.Example.vn.")) + [255])

    /// An ACK that grants it.
    static let acknowledgement = PacketBuilder.dhcpv4(
        operation: 2, transactionID: 0xdead_beef, client: IPv4Address(value: 0xc000_0209), your: Sample.v4,
        server: IPv4Address(value: 0xc000_0203), relay: IPv4Address(value: 0xc000_0202), clientMAC: Sample.mac,
        options: option(53, [5]) + option(54, [192, 0, 2, 1]) + option(51, [0, 0, 0x0e, 0x10])
            + option(3, [192, 0, 2, 1, 192, 0, 2, 2]) + option(6, [192, 0, 2, 53]) + option(42, [192, 0, 2, 123])
            + option(15, text("example.vn\0")) + option(108, [0, 0, 7, 8]) + [255])

    private func read(_ message: [UInt8], _ range: ByteRange? = nil) -> DHCPv4Message? {
        DHCPv4Message(message.span.bytes, range ?? message.whole)
    }

    private func read(options: [UInt8], serverName: [UInt8] = [], file: [UInt8] = []) throws -> DHCPv4Message {
        try #require(read(PacketBuilder.dhcpv4(serverName: serverName, file: file, options: options)))
    }

    @Test func readsWhatAClientSends() throws {
        let message = try #require(read(Self.request))
        #expect(message.operation == 1)
        #expect(message.transactionID == 0xdead_beef)
        #expect(message.clientMAC == Sample.mac)
        #expect(message.messageType == 3)
        #expect(message.requestedAddress == Sample.v4)
        #expect(message.serverIdentifier == IPv4Address(value: 0xc000_0201))
        #expect(message.hostName == "PC-01")
        #expect(message.vendorClass == "MSFT 5.0")
        #expect(message.clientIdentifier == [1, 2, 0, 0x5e, 0, 0x53, 1])
        #expect(message.parameterRequestList == [1, 3, 6, 15, 108])
        #expect(message.fullyQualifiedName == "pc-01.example.vn")
        #expect(message.clientAddress == .unspecified && message.yourAddress == .unspecified)
        #expect(message.ipv6OnlyWait == nil && message.leaseSeconds == nil && message.domainName == nil)
        #expect(message.routers.isEmpty && message.resolvers.isEmpty && message.ntpServers.isEmpty)
        #expect(!message.isIncomplete)
    }

    @Test func readsWhatAServerSends() throws {
        let message = try #require(read(Self.acknowledgement))
        #expect(message.operation == 2)
        #expect(message.clientAddress == IPv4Address(value: 0xc000_0209))
        #expect(message.yourAddress == Sample.v4)
        #expect(message.serverAddress == IPv4Address(value: 0xc000_0203))
        #expect(message.relayAddress == IPv4Address(value: 0xc000_0202))
        #expect(message.messageType == 5)
        #expect(message.leaseSeconds == 3600)
        #expect(message.routers.map(\.description) == ["192.0.2.1", "192.0.2.2"])
        #expect(message.resolvers.map(\.description) == ["192.0.2.53"])
        #expect(message.ntpServers.map(\.description) == ["192.0.2.123"])
        #expect(message.domainName == "example.vn")
        #expect(message.ipv6OnlyWait == 1800)
        #expect(!message.isIncomplete)
    }

    @Test func rejectsEveryShorterFixedPart() {
        for length in 0..<240 { #expect(read(Array(Self.request.prefix(length))) == nil) }
    }

    @Test func marksEveryShorterMessage() throws {
        for length in 240..<Self.request.count {
            let message = try #require(read(Array(Self.request.prefix(length))))
            #expect(message.isIncomplete)
            #expect(message.transactionID == 0xdead_beef)
            #expect(message.messageType == (length >= 243 ? 3 : nil))
            #expect(message.hostName == nil || message.hostName == "PC-01")
            #expect(message.vendorClass == nil || message.vendorClass == "MSFT 5.0")
        }
    }

    @Test func readsNothingBehindTheRange() throws {
        #expect(read(Self.request, ByteRange(start: 0, end: 239)) == nil)
        let message = try #require(read(Self.request, ByteRange(start: 0, end: Self.request.count - 1)))
        #expect(message.isIncomplete)
        #expect(message.fullyQualifiedName == "pc-01.example.vn")
    }

    @Test func rejectsAnotherCookie() {
        var bytes = Self.request
        bytes[239] = 0
        #expect(read(bytes) == nil)
    }

    @Test(arguments: [(1, 6), (2, 16)] as [(Int, UInt8)])
    func takesNoAddressFromOtherHardware(offset: Int, value: UInt8) throws {
        var bytes = Self.request
        bytes[offset] = value
        #expect(try #require(read(bytes)).clientMAC == nil)
    }

    @Test func joinsSplitOptions() throws {
        let options =
            Self.option(12, Self.text("may-")) + Self.option(53, [1]) + Self.option(12, Self.text("in-02")) + [255]
        let message = try read(options: options)
        #expect(message.hostName == "may-in-02")
        #expect(message.messageType == 1)
        #expect(!message.isIncomplete)
    }

    @Test(arguments: [1, 2, 3] as [UInt8])
    func readsTheFieldsThatOption52Lends(overload: UInt8) throws {
        let message = try read(
            options: Self.option(52, [overload]) + Self.option(12, Self.text("a")) + [255],
            serverName: Self.option(12, Self.text("c")) + Self.option(15, Self.text("server")) + [255],
            file: Self.option(12, Self.text("b")) + Self.option(60, Self.text("file")) + [255])
        #expect(message.vendorClass == (overload & 1 != 0 ? "file" : nil))
        #expect(message.domainName == (overload & 2 != 0 ? "server" : nil))
        #expect(message.hostName == ["ab", "ac", "abc"][Int(overload) - 1])
        #expect(!message.isIncomplete)
    }

    @Test func leavesNamesOfTheBootProcessAlone() throws {
        let message = try read(
            options: Self.option(53, [1]) + [255], serverName: [12, 1, 0x61, 255], file: [12, 1, 0x62, 255])
        #expect(message.hostName == nil)
    }

    @Test func marksValuesOfAnotherLength() throws {
        let cases: [(UInt8, [UInt8])] = [
            (53, []), (53, [1, 2]), (50, [192, 0, 2]), (51, [1]), (108, [0, 0, 0, 1, 2]), (3, [1, 2, 3]),
            (6, [1, 2, 3, 4, 5]),
            (81, [0, 0]),
        ]
        for (code, value) in cases {
            #expect(try read(options: Self.option(code, value) + [255]).isIncomplete, "option \(code)")
        }
        #expect(
            try read(options: Self.option(6, [192, 0, 2, 53, 1]) + [255]).resolvers == [IPv4Address(value: 0xc000_0235)]
        )
        #expect(try read(options: Self.option(50, [192, 0, 2]) + [255]).requestedAddress == nil)
    }

    @Test func readsANameInLabels() throws {
        let whole = Self.option(81, [4, 0, 0] + PacketBuilder.dnsName("PC-01.example.vn"))
        #expect(try read(options: whole + [255]).fullyQualifiedName == "pc-01.example.vn")
        let partial = Self.option(81, [4, 0, 0] + PacketBuilder.dnsLabels([Self.text("pc-01")]))
        let message = try read(options: partial + [255])
        #expect(message.fullyQualifiedName == "pc-01")
        #expect(!message.isIncomplete)
    }

    @Test(arguments: [[4, 0, 0, 9, 0x61], [4, 0, 0, 0xc0, 0], [4, 0, 0, 0x40, 0]] as [[UInt8]])
    func marksANameInBrokenLabels(value: [UInt8]) throws {
        let message = try read(options: Self.option(81, value) + [255])
        #expect(message.fullyQualifiedName == nil)
        #expect(message.isIncomplete)
    }

    @Test func takesNoNameWhereNoneIsSent() throws {
        let options = Self.option(81, [1, 0, 0]) + Self.option(12, [0, 0]) + Self.option(53, [1]) + [255]
        let message = try read(options: options)
        #expect(message.fullyQualifiedName == nil)
        #expect(message.hostName == nil)
        #expect(!message.isIncomplete)
    }

    @Test func repairsTextThatIsNotUTF8() throws {
        #expect(try read(options: Self.option(12, [0x70, 0xff, 0x63]) + [255]).hostName == "p\u{fffd}c")
        #expect(try read(options: Self.option(12, Self.text("máy-in")) + [255]).hostName == "máy-in")
    }

    @Test func ignoresWhatFollowsTheEnd() throws {
        let message = try read(options: Self.option(53, [1]) + [255] + Self.option(12, Self.text("x")))
        #expect(message.hostName == nil)
        #expect(!message.isIncomplete)
    }
}

import NetworkTypes
import PacketDecode
import TestSupport
import Testing

/// Options of DHCPv4 with a structure of their own.
@Suite struct DHCPv4OptionsTests {
    private static func option(_ code: UInt8, _ value: [UInt8]) -> [UInt8] { PacketBuilder.dhcpv4Option(code, value) }

    private static let routes: [UInt8] =
        [0, 192, 0, 2, 1] + [24, 198, 51, 100, 192, 0, 2, 2] + [17, 203, 0, 128, 0, 0, 0, 0]
    /// The example of RFC 3397 §2: two names, the second of which points into the first.
    private static let search = PacketBuilder.hex(
        "03656e67 056170706c65 03636f6d 00 096d61726b6574696e67 c004")

    static let acknowledgement = PacketBuilder.dhcpv4(
        operation: 2, your: Sample.v4, clientMAC: Sample.mac,
        options: option(53, [5]) + option(1, [255, 255, 255, 0]) + option(119, search) + option(121, routes)
            + option(82, [1, 4] + Array("ge-7".utf8) + [2, 2, 0xab, 0xcd, 5, 4, 192, 0, 2, 254]) + [255])

    private func read(options: [UInt8]) throws -> DHCPv4Message {
        let bytes = PacketBuilder.dhcpv4(options: options + [255])
        let message = DHCPv4Message(bytes.span.bytes, bytes.whole)
        return try #require(message)
    }

    @Test func readsStructuredOptions() throws {
        let bytes = Self.acknowledgement
        let read = DHCPv4Message(bytes.span.bytes, bytes.whole)
        let message = try #require(read)
        #expect(message.subnetMask == IPv4Address(value: 0xffff_ff00))
        #expect(message.searchDomains == ["eng.apple.com", "marketing.apple.com"])
        #expect(
            message.classlessRoutes.map(\.destination.description) == [
                "0.0.0.0/0", "198.51.100.0/24", "203.0.128.0/17",
            ])
        #expect(message.classlessRoutes.map(\.router.description) == ["192.0.2.1", "192.0.2.2", "0.0.0.0"])
        #expect(message.relayInformation?.circuitID == Array("ge-7".utf8))
        #expect(message.relayInformation?.remoteID == [0xab, 0xcd])
        #expect(message.relayInformation?.linkSelection?.description == "192.0.2.254")
        #expect(!message.isIncomplete)
    }

    @Test func joinsASearchListThatIsSplit() throws {
        let first = Self.option(119, Array(Self.search.prefix(9)))
        let message = try read(
            options: first + Self.option(53, [5]) + Self.option(119, Array(Self.search.dropFirst(9))))
        #expect(message.searchDomains == ["eng.apple.com", "marketing.apple.com"])
        #expect(!message.isIncomplete)
    }

    @Test func findsTheDUIDOfBothFamilies() throws {
        let duid = PacketBuilder.hex("0003 0001 02005e005301")
        let message = try read(options: Self.option(61, [255, 1, 2, 3, 4] + duid))
        #expect(message.clientDUID?.octets == duid)
        #expect(message.clientDUID?.linkLayer == Sample.mac)
        #expect(try read(options: Self.option(61, [1, 2, 0, 0x5e, 0, 0x53, 1])).clientDUID == nil)
        #expect(try read(options: Self.option(61, [255, 1, 2, 3, 4])).clientDUID == nil)
        #expect(try read(options: Self.option(61, [255])).clientDUID == nil)
        #expect(try read(options: []).clientDUID == nil)
    }

    @Test func marksValuesThatDoNotFit() throws {
        let cases: [(UInt8, [UInt8])] = [
            (1, [255, 255]), (119, [3, 0x61]), (119, [0xc0, 0]), (121, [33, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
            (121, [24, 1]),
            (82, [1, 9, 1]), (82, [1]),
        ]
        for (code, value) in cases {
            #expect(try read(options: Self.option(code, value)).isIncomplete, "option \(code)")
        }
        let cut = try read(options: Self.option(82, [2, 1, 7, 1, 9, 1]))
        #expect(cut.relayInformation?.remoteID == [7])
        #expect(cut.relayInformation?.circuitID == nil)
    }

    @Test func keepsABoundedNumberOfEntries() throws {
        let routes = try read(
            options: (0..<3).flatMap { _ in Self.option(121, (0..<40).flatMap { _ in [0, 1, 2, 3, 4] }) })
        #expect(routes.classlessRoutes.count == 64)
        #expect(routes.isIncomplete)
        let names = try read(options: Self.option(119, (0..<40).flatMap { _ in [1, 0x61, 0] }))
        #expect(names.searchDomains.count == 32)
        #expect(names.isIncomplete)
    }
}

import LiveCapture
import NetworkTypes
import Testing

@Suite struct CaptureFilterTests {
    /// Ethernet, IPv6 from fe80::1 to ff02::fb, UDP 5353.
    static let frame: [UInt8] =
        [0x33, 0x33, 0, 0, 0, 0xfb, 2, 0, 0, 0, 0, 1, 0x86, 0xdd, 0x60, 0, 0, 0, 0, 8, 17, 255, 0xfe, 0x80]
        + [UInt8](repeating: 0, count: 13) + [1, 0xff, 2] + [UInt8](repeating: 0, count: 13) + [0xfb]
        + [0x14, 0xe9, 0x14, 0xe9, 0, 8, 0, 0]

    private func matches(_ expression: String, _ bytes: [UInt8], _ linkType: LinkType = .ethernet) throws -> Bool {
        let filter = try CaptureFilter(expression, linkType: linkType)
        let throughPointer = bytes.withUnsafeBytes { filter.matches($0, originalLength: UInt32(bytes.count)) }
        #expect(filter.matches(bytes.span.bytes, originalLength: UInt32(bytes.count)) == throughPointer)
        return throughPointer
    }

    @Test(arguments: ["", "ip6", "udp port 5353", "ip6 host fe80::1", "ether multicast", "len = 62", "not arp"])
    func takesWhatTheExpressionSays(expression: String) throws {
        #expect(try matches(expression, Self.frame))
    }

    @Test(arguments: ["ip", "arp", "tcp", "udp port 53", "ip6 host fe80::2", "vlan 7", "greater 63"])
    func leavesWhatTheExpressionExcludes(expression: String) throws {
        #expect(try !matches(expression, Self.frame))
    }

    @Test func dependsOnTheLinkType() throws {
        let packet = Array(Self.frame[14...])
        #expect(try matches("ip6 and udp", packet, .raw))
        #expect(try !matches("ip6 and udp", packet, .ethernet))
    }

    @Test(arguments: 0..<62) func aCutPacketIsNoMatchAndNoTrap(length: Int) throws {
        #expect(try !matches("udp port 5353", Array(Self.frame.prefix(length))) || length >= 56)
    }

    @Test func noBytesAreTakenByAnEmptyExpressionOnly() throws {
        #expect(try matches("", []))
        #expect(try !matches("ip6", []))
    }

    @Test(arguments: ["foo!bar", "port", "host", "ether proto 0x"])
    func anExpressionThatLibpcapRefusesSaysWhy(expression: String) throws {
        let error = #expect(throws: CaptureFilterError.self) {
            _ = try CaptureFilter(expression, linkType: .ethernet)
        }
        #expect(error?.expression == expression)
        #expect(error?.reason.isEmpty == false)
    }

    @Test func theOriginalLengthIsThatOfTheWire() throws {
        let filter = try CaptureFilter("len >= 1000", linkType: .ethernet)
        #expect(filter.matches(Self.frame.span.bytes, originalLength: 1000) == true)
        #expect(filter.matches(Self.frame.span.bytes, originalLength: 62) == false)
    }
}

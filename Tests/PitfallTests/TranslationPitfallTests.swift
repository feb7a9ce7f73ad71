import HostClassification
import HostCorrelation
import NetworkTypes
import Testing
import TrafficObservation

/// Pitfalls about addresses of one family inside the other. Domain reference §4.6, numbers 29 to 31.
@Suite struct TranslationPitfallTests {
    /// Pitfall 29.
    @Test func anIPv4MappedAddressIsNoIPv6() throws {
        let audited = try Audited(.ipv4Mapped)
        let client = try audited.host("98:90:96:a0:29:11")
        #expect(client.state == .ipv4Only)
        #expect(client.ipv6 == [])
        #expect(client.provisionalBecause == [])
        // An error on the wire gives the sender no IPv6; yet it is not silent in IPv6 either.
        let broken = try audited.host("b8:27:eb:ba:29:66")
        #expect(broken.ipv6 == [])
        #expect(broken.state == .ipv4Only)
        #expect(broken.provisionalBecause == [.ipv6NotVisible])
        let server = try audited.host("00:50:56:9a:29:10")
        #expect(server.services.filter { $0.port == 80 }.map(\.families) == [[.ipv4]])
        #expect(!audited.table.unmerged.contains { $0.address.description.hasPrefix("::ffff:") })
    }

    /// Pitfall 30.
    @Test func anAddressBehindNAT64IsAServiceOfIPv4() throws {
        let audited = try Audited(.nat64)
        let pc = try audited.host("a8:20:66:0d:30:66")
        #expect(pc.state == .ipv6Only)
        #expect(pc.establishedIPv6Flows == 6)
        #expect(audited.set.flows.contains { $0.server.description.hasPrefix("64:ff9b::") })
        for profile in audited.profiles { #expect(!profile.ipv6.contains { $0.hasPrefix("64:ff9b:") }) }
        withKnownIssue("translated destinations stand among the addresses that nobody owns") {
            #expect(!audited.table.unmerged.contains { $0.address.description.hasPrefix("64:ff9b:") })
        }
    }

    /// Pitfall 31.
    @Test func theAddressOfACLATIsNoIPv4() throws {
        let audited = try Audited(.clat)
        let pc = try audited.host("a8:20:66:0d:31:66")
        #expect(pc.ipv4 == ["192.0.0.2"])
        #expect(pc.flags.contains(.clat))
        #expect(pc.state == .ipv6Mostly)
        #expect(pc.establishedIPv4Flows == 0)
        #expect(pc.establishedIPv6Flows >= 1)
        let segment = try audited.segment("lan")
        withKnownIssue(
            "a CLAT forwards for its own machine, whose NA so has the R flag, and routers do not make a segment"
        ) {
            #expect(segment.state == .ipv6Mostly)
        }
    }
}

import AuditRules
import HostClassification
import HostCorrelation
import Messages
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

/// Pitfalls about what a capture can show. Domain reference §4.6, numbers 20 to 24 and 34.
@Suite struct CapturePitfallTests {
    private static let vlans = Site.office {
        $0.captures = []
        $0.segments = [10, 20].map { (vlan: UInt16) in
            Segment(
                id: "vlan\(vlan)", name: LocalizedText(vi: "VLAN \(vlan)", en: "VLAN \(vlan)"), kind: .officeLAN,
                vlan: vlan, prefixes: ["192.168.1.0/24", "2001:db8:20:\(vlan)::/64"].compactMap { IPPrefix($0) })
        }
    }

    /// Pitfall 20.
    @Test func withoutTagsTwoNetworksAreNotToldApartAndTheirHostsAre() throws {
        let audited = try Audited(.tagsStripped, site: Self.vlans)
        #expect(audited.table.links.count == 1)
        #expect(audited.table.links.allSatisfy { $0.isAmbiguous && $0.segment == nil })
        #expect(audited.table.anomalies["link.ambiguous-segment"] == 1)
        for vlan in [10, 20] {
            let pc = try audited.host("98:90:96:a0:20:\(vlan)")
            #expect(pc.ipv4 == ["192.168.1.11"])
            #expect(pc.ipv6.allSatisfy { $0.hasPrefix("2001:db8:20:\(vlan):") })
            let router = try audited.host("00:0d:b9:4a:20:\(vlan)")
            #expect(router.ipv4 == ["192.168.1.1"])
            #expect(router.ipv6 == ["2001:db8:20:\(vlan)::1"])
        }
        #expect(try audited.hosts(at: "192.168.1.1").count == 2)
    }

    /// Pitfall 20, with two tags.
    @Test func twoTagsAreTwoLinksOfTheirSegments() throws {
        let audited = try Audited(.tagsStripped, "qinq", site: Self.vlans)
        #expect(Set(audited.set.links.map { [$0.key.outerVLAN, $0.key.innerVLAN] }) == [[100, 10], [100, 20]])
        #expect(Set(audited.table.links.compactMap(\.segment)) == ["vlan10", "vlan20"])
        #expect(audited.table.anomalies["link.ambiguous-segment"] == nil)
        for vlan in [10, 20] { #expect(try audited.host("98:90:96:a0:20:\(vlan)").host.links == ["vlan\(vlan)"]) }
    }

    /// Pitfall 21.
    @Test func halfAConversationProvesNoUse() throws {
        let audited = try Audited(.oneDirection)
        let pc = try audited.host("98:90:96:a0:21:11")
        #expect(pc.state == .dualConfigured)
        #expect(pc.provisionalBecause == [.oneDirection])
        #expect(pc.establishedIPv4Flows == 0)
        #expect(pc.establishedIPv6Flows == 0)
        #expect(pc.failedIPv6Destinations == 0)
        #expect(audited.verdicts("RTR-01") != [.fail])
    }

    /// Pitfall 22.
    @Test func whatIsInsideALabelOrATunnelIsReadAndBelongsToNobodyOutside() throws {
        let audited = try Audited(.encapsulated, site: .silent)
        for (number, address) in [(1, "10.99.22.1"), (2, "10.99.22.2")] {
            let provider = try audited.host("00:e0:fc:22:00:0\(number)")
            #expect(provider.ipv4 == [address])
            #expect(provider.ipv6 == [])
            #expect(provider.establishedIPv6Flows == 0)
        }
        // MPLS and PPPoE carry the packets of the line: addresses behind the provider's MAC.
        for prefix in ["10.30.1", "10.30.2"] {
            for end in 1...2 { #expect(try audited.isUnmerged("\(prefix)\(end).11")) }
        }
        for prefix in ["2001:db8:30:1", "2001:db8:30:2"] {
            for end in 1...2 { #expect(try audited.isUnmerged("\(prefix)\(end)::11")) }
        }
        // GRE and VXLAN are tunnels, with what was inside.
        let gre = audited.set.tunnels.filter { $0.kind == .gre }
        #expect(
            Set(gre.flatMap { $0.innerSources.map(\.description) }).isSuperset(of: [
                "10.30.31.11", "2001:db8:30:32::11",
            ]))
        #expect(audited.set.tunnels.contains { $0.kind == .vxlan })
        for number in 1...2 {
            let inside = try audited.host("54:ee:75:b0:22:0\(number)")
            #expect(inside.flags.contains(.insideTunnel))
            #expect(inside.ipv4 == ["10.30.40.1\(number)"])
            #expect(inside.ipv6 == ["2001:db8:30:40::1\(number)"])
        }
    }

    /// Pitfall 23.
    @Test func aSnapLengthThatCutsNamesLeavesThemUnknown() throws {
        let audited = try Audited(.snapLength)
        #expect(audited.set.captures.map(\.largestFrame) == [96])
        let pc = try audited.host("98:90:96:a0:23:11")
        #expect(pc.state == .dualOperational)
        #expect(pc.host.names.isEmpty)
        #expect(audited.set.dnsNames.allSatisfy { $0.aaaa.isEmpty })
        let site = Site.office { $0.addSystem(["198.51.100.80", "2001:db8:0:1::80"], name: "www.haihau.example") }
        let listed = try Audited(.snapLength, site: site)
        #expect(listed.verdicts("DNS-06") == [.unknown])
        #expect(listed.verdicts("DNS-08") == [.unknown])
        #expect(listed.verdicts("DNS-04") != [.fail])
        let client = try listed.host("98:90:96:a0:23:11")
        #expect(client.state == .dualOperational)
    }

    /// Pitfall 24.
    @Test func aLeaseIsNoPresence() throws {
        let audited = try Audited(.leaseOnly)
        let gone = try audited.host("3c:d9:2b:50:24:50")
        #expect(gone.ipv4.count == 1)
        #expect(gone.establishedIPv4Flows == 0)
        // Options 12 and 60 hint at a printer; no service proves one.
        #expect(gone.roles == [])
        #expect(gone.state == .unknown)
        #expect(try audited.host("98:90:96:a0:24:11").state == .ipv4LatentIPv6)
    }

    /// Pitfall 34.
    @Test func aWeekendDoesNotMakeAStateFinal() throws {
        let audited = try Audited(.weekend)
        for mac in ["98:90:96:a0:34:11", "54:ee:75:b0:34:12"] {
            #expect(try audited.host(mac).provisionalBecause == [.windowTooShort])
        }
        let holiday = try Audited(.weekend, "holiday")
        let atHoliday = try ["98:90:96:a0:34:11", "54:ee:75:b0:34:12"].map { try holiday.host($0) }
        #expect(atHoliday.allSatisfy { $0.provisionalBecause == [.windowTooShort] })
    }
}

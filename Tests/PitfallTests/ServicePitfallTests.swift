import AuditRules
import HostClassification
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

/// Pitfalls about routers, services and names. Domain reference §4.6, numbers 6 to 8, 32 and 33.
@Suite struct ServicePitfallTests {
    /// Pitfall 6.
    @Test func aPhoneThatAnnouncesItselfMakesTheSegmentUnsafe() throws {
        let audited = try Audited(.rogueRouter)
        #expect(audited.verdicts("RTR-02") == [.fail])
        #expect(try audited.judgedSegment("lan").state == .dualUnsafe)
        let phone = try audited.host("da:a1:19:06:77:01")
        #expect(phone.flags.contains(.router))
        #expect(phone.flags.contains(.randomMAC))
        let pc = try audited.host("98:90:96:a0:06:11")
        #expect(pc.state == .dualOperational)
        #expect(
            pc.ipv6 == ["2001:db8:20:30:9a90:96ff:fea0:611", "2001:db8:bad:1:9a90:96ff:fea0:611"])
    }

    /// Pitfall 7.
    @Test func anAddressInDNSIsNoServiceWhenNothingListens() throws {
        let site = Site.office { $0.addSystem(["10.20.30.10", "2001:db8:20:30::10"]) }
        let audited = try Audited(.nothingListens, site: site)
        let server = try audited.host("00:50:56:9a:07:10")
        #expect(server.state == .dualConfigured)
        #expect(server.services.filter { $0.port == 80 }.map(\.families) == [[.ipv4]])
        #expect(audited.verdicts("DNS-06") == [.warn])
        #expect(audited.systems.map(\.state) == [.dualBroken])
    }

    /// Pitfall 8.
    @Test func anAddressThatWorksOnlyFromInsideIsNotWorking() throws {
        let site = Site.office {
            $0.segments[0].prefixes = ["10.20.40.0/24", "2001:db8:20:40::/64"].compactMap { IPPrefix($0) }
            $0.segments[0].routers = [Segment.Router(mac: MACAddress("00:0d:b9:4a:40:01"))]
            $0.addSystem(["10.20.40.10", "2001:db8:20:40::10"])
        }
        let audited = try Audited(.onlyInside, site: site)
        // Inside it works on both families.
        #expect(try audited.host("00:50:56:9a:08:10").state == .dualOperational)
        // Outside three SYNs over IPv6 stayed without an answer.
        let server = try #require(IPAddress("2001:db8:20:40::10"))
        let failed = audited.set.flows.filter { $0.server == server && $0.synAck == nil && $0.syn != nil }
        #expect(failed.count == 3)
        #expect(audited.systems.map(\.state) == [.dualDegraded])
    }

    /// Pitfall 32.
    @Test func encryptedDNSLeavesNamesUnknown() throws {
        let site = Site.office { $0.addSystem(["198.51.100.81", "2001:db8:0:1::81"], name: "www.haihau.example") }
        let audited = try Audited(.encryptedDNS, site: site)
        #expect(try audited.host("98:90:96:a0:32:11").state == .dualOperational)
        #expect(audited.set.dnsNames.isEmpty)
        for rule in ["DNS-04", "DNS-05", "DNS-06", "DNS-07", "DNS-08"] {
            #expect(audited.passes(rule) == 0, "\(rule)")
            #expect(audited.verdicts(rule).allSatisfy { $0 == .unknown }, "\(rule)")
        }
        #expect(audited.verdicts("DNS-06") == [.unknown])
    }

    /// Pitfall 33.
    @Test func aTSLCDNetworkWithoutADefaultRouteIsAsDesigned() throws {
        let site = Site.office {
            $0.segments[0].kind = .tslcd
            $0.segments[0].tslcdLevel = 2
            $0.segments[0].routers = [Segment.Router(mac: MACAddress("00:0d:b9:4a:33:01"))]
        }
        let audited = try Audited(.noDefaultRoute, site: site)
        #expect(audited.set.routers.allSatisfy { !$0.hasPositiveLifetime })
        let pc = try audited.host("98:90:96:a0:33:11")
        #expect(pc.state == .dualOperational)
        #expect(pc.failedIPv6Destinations == 0)
        #expect(audited.verdicts("RTR-07") == [])
        #expect(audited.verdicts("RTR-02") == [])
        #expect(try audited.judgedSegment("lan").state == .dual)
    }
}

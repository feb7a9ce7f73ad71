import AuditRules
import HostClassification
import Testing
import TrafficObservation

/// Pitfalls about what an address proves. Domain reference §4.6, numbers 1 to 5 and 9 to 11.
@Suite struct StatePitfallTests {
    /// Pitfall 1.
    @Test func aLinkLocalAddressIsNotDualStack() throws {
        let audited = try Audited(.linkLocalOnly)
        for mac in ["98:90:96:a0:01:11", "54:ee:75:b0:01:12"] {
            let pc = try audited.host(mac)
            #expect(pc.state == .ipv4LatentIPv6)
            #expect(pc.provisionalBecause == [])
            #expect(pc.ipv6.isEmpty)
            #expect(pc.linkLocal.count == 1)
            #expect(pc.establishedIPv4Flows >= 2)
        }
        #expect(try audited.segment("lan").state == .latent)
        #expect(audited.verdicts("ADDR-01") == [.fail, .fail])
    }

    /// Pitfall 2.
    @Test func aUniqueLocalAddressIsConfiguredAndDoesNotReachTheInternet() throws {
        let audited = try Audited(.uniqueLocalOnly)
        let pc = try audited.host("98:90:96:a0:02:11")
        #expect(pc.state == .dualConfigured)
        #expect(pc.ipv6 == ["fd12:3456:789a:30:9a90:96ff:fea0:211"])
        #expect(pc.establishedIPv6Flows == 0)
        #expect(pc.establishedIPv4Flows >= 3)
        withKnownIssue("ADDR-06 hears only IPv6 attempts, not the fall back to IPv4 for a name with AAAA") {
            #expect(audited.verdicts("ADDR-06") == [.warn])
        }
    }

    /// Pitfall 3.
    @Test func anAddressWithoutTrafficIsConfiguredAndNotWorking() throws {
        let audited = try Audited(.addressWithoutTraffic)
        let pc = try audited.host("98:90:96:a0:03:11")
        #expect(pc.state == .dualConfigured)
        #expect(pc.ipv6 == ["2001:db8:20:30:9a90:96ff:fea0:311"])
        #expect(pc.establishedIPv6Flows == 0)
        #expect(audited.passes("ADDR-02") == 0)
    }

    /// Pitfall 4.
    @Test func aHostThatSolicitsInVainIsLatentAndTheSegmentLacksARouter() throws {
        let audited = try Audited(.noRouterAnswers)
        let pc = try audited.host("98:90:96:a0:04:11")
        #expect(pc.state == .ipv4LatentIPv6)
        #expect(pc.provisionalBecause == [])
        #expect(audited.set.links.flatMap { $0.soliciting.values.map(\.count) }.max() ?? 0 >= 3)
        #expect(audited.verdicts("RTR-01") == [.fail])
        // The neighbour with IPv6 switched off was heard beside it and is IPv4-only for good.
        let other = try audited.host("54:ee:75:b0:04:12")
        #expect(other.state == .ipv4Only)
        #expect(other.provisionalBecause == [])
    }

    /// Pitfall 5.
    @Test func aRouterWithLifetimeZeroGivesAddressesAndNoRoute() throws {
        let audited = try Audited(.routerLifetimeZero)
        let pc = try audited.host("98:90:96:a0:05:11")
        #expect(pc.state == .dualConfigured)
        #expect(pc.ipv6 == ["2001:db8:20:30:9a90:96ff:fea0:511"])
        #expect(try audited.segment("lan").state == .raOnly)
        #expect(audited.set.routers.allSatisfy { !$0.hasPositiveLifetime })
    }

    /// Pitfall 9.
    @Test func aHandshakeWithoutAPageIsNoWorkingIPv6() throws {
        let audited = try Audited(.blackHole)
        let pc = try audited.host("98:90:96:a0:09:11")
        #expect(pc.ipv6.count == 1)
        #expect(pc.establishedIPv4Flows >= 6)
        #expect(pc.state == .dualConfigured || pc.state == .dualBroken)
        #expect(pc.establishedIPv6Flows == 0)
    }

    /// Pitfall 10.
    @Test func brokenIPv6IsSeenAlthoughEveryPageLoads() throws {
        let audited = try Audited(.happyEyeballs)
        let pc = try audited.host("98:90:96:a0:10:11")
        #expect(pc.state == .dualBroken)
        #expect(pc.provisionalBecause == [])
        #expect(pc.establishedIPv4Flows >= 6)
        #expect(pc.failedIPv6Destinations >= 5)
        #expect(pc.succeededIPv6Destinations == 0)
        #expect(pc.reasons.contains { $0.claim == "flow.tcp.ipv6.failed" })
        #expect(audited.verdicts("RTR-07") == [.fail])
    }

    /// Pitfall 11.
    @Test func anIPv6AttemptThatIPv4OvertookIsNoFailure() throws {
        let audited = try Audited(.ipv4Won)
        let pc = try audited.host("98:90:96:a0:11:11")
        #expect(pc.state == .dualConfigured)
        #expect(pc.failedIPv6Destinations == 0)
        #expect(audited.verdicts("RTR-07") != [.fail])
    }
}

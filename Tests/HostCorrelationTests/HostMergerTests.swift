import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct HostMergerTests {
    struct Pair: Sendable {
        let kinds: [IdentityKind]
        /// Nil: they do not join.
        let confidence: Double?
    }

    @Test(arguments: [
        Pair(kinds: [.computerName, .dhcpName], confidence: nil),
        Pair(kinds: [.computerName, .tlsKey], confidence: 0.94),
        Pair(kinds: [.dhcpName, .tlsKey], confidence: 0.92),
        Pair(kinds: [.sshHostKey, .snmpEngine], confidence: 0.9),
        Pair(kinds: [.accountingSession, .sshHostKey, .tlsKey], confidence: 0.99),
    ])
    func joinsByTwoKeysOfDifferentGroups(pair: Pair) throws {
        var builder = try SetBuilder.twoCards()
        for kind in pair.kinds { try builder.share(kind) }
        let table = HostCorrelator.correlate(builder.set)
        guard let confidence = pair.confidence else {
            #expect(table.hosts.count == 2)
            return
        }
        let host = try #require(table.hosts.first)
        #expect(table.hosts.count == 1)
        #expect(host.keyedMerges.count == pair.kinds.count)
        #expect(abs((host.mergeConfidence ?? 0) - confidence) < 1e-9)
    }

    /// C1 and C2 are of one group.
    @Test func doesNotJoinByTwoWeakKeysOfOneGroup() throws {
        var builder = try SetBuilder.twoCards()
        try builder.share(.tlsKey)
        for card in [Card.first, Card.second] { try builder.name("pc-01", of: card, by: .llmnr) }
        #expect(HostCorrelator.correlate(builder.set).hosts.count == 2)
    }

    /// Both families for one name within two seconds, and the same number at the end of both addresses.
    @Test func neverJoinsByBehaviourOrByAPlan() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.card(Card.first, ["10.20.30.15"])
        try builder.card(Card.second, ["2001:db8:1::15"])
        for (address, card) in [("10.20.30.15", Card.first), ("2001:db8:1::15", Card.second)] {
            let server = address.contains(":") ? "2001:db8:40::80" : "10.20.40.80"
            try builder.conversation(
                .init(address: address, mac: card, nextHop: Card.router),
                .init(address: server, mac: Card.router, nextHop: card))
        }
        builder.dns("dichvucong.xa.example", ["10.20.40.80", "2001:db8:40::80"])
        let table = HostCorrelator.correlate(builder.set)
        #expect(try !table.isOne("10.20.30.15", "2001:db8:1::15"))
    }

    @Test func leavesAVirtualRouterOut() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.card("00:00:5e:00:01:0a", [Card.ipv4])
        try builder.card(Card.second, [Card.ipv6])
        try builder.share(.sshHostKey)
        #expect(HostCorrelator.correlate(builder.set).hosts.allSatisfy { $0.merges.isEmpty })
    }

    @Test func leavesASharedCardOut() throws {
        var builder = SetBuilder()
        builder.link()
        let cards = [Card.first, Card.third].compactMap { MACAddress($0) }
        try builder.mac(Card.first) { $0.dhcpHardwareAddresses = Set(cards) }
        try builder.bind(Card.ipv4, to: Card.first, by: .arpRequest)
        try builder.card(Card.second, [Card.ipv6])
        try builder.share(.sshHostKey)
        let table = HostCorrelator.correlate(builder.set)
        #expect(try !table.isOne(Card.ipv4, Card.ipv6))
    }

    // MARK: Chains

    /// A–B by one key, B–C by another.
    private func chain(first: IdentityKind, then: IdentityKind) throws -> SetBuilder {
        var builder = SetBuilder()
        for (number, address) in ["10.20.1.10", "2001:db8:2::10", "10.20.3.10"].enumerated() {
            let link = builder.link(interface: UInt32(number))
            try builder.card("00:50:56:9a:40:1\(number)", [address], on: link)
        }
        for kind in [first, then] {
            let other = kind == .sshHostKey ? "10.20.1.10" : "10.20.3.10"
            try builder.identity(kind, "value", at: other, on: kind == .sshHostKey ? 0 : 2)
            try builder.identity(kind, "value", at: "2001:db8:2::10", on: 1)
        }
        return builder
    }

    @Test(arguments: [
        (IdentityKind.sshHostKey, IdentityKind.snmpEngine), (.snmpEngine, .sshHostKey),
        (.sshHostKey, .accountingSession), (.accountingSession, .sshHostKey),
    ])
    func joinsAChain(first: IdentityKind, then: IdentityKind) throws {
        let table = HostCorrelator.correlate(try chain(first: first, then: then).set)
        let host = try #require(table.hosts.first)
        #expect(table.hosts.count == 1)
        #expect(host.keyedMerges.count == 2)
        #expect(host.mergeConfidence == 0.9)
    }

    @Test(arguments: [
        (IdentityKind.sshHostKey, IdentityKind.snmpEngine), (.snmpEngine, .sshHostKey),
        (.sshHostKey, .accountingSession), (.accountingSession, .sshHostKey),
    ])
    func stopsAChainAtAContradiction(first: IdentityKind, then: IdentityKind) throws {
        let pin = try Pin.saying(.different, "10.20.1.10", "10.20.3.10")
        let table = HostCorrelator.correlate(try chain(first: first, then: then).set, site: .office(pins: [pin]))
        #expect(table.hosts.count == 2)
        #expect(try !table.isOne("10.20.1.10", "10.20.3.10"))
        // The surer key holds.
        if [first, then].contains(.accountingSession) {
            #expect(try table.isOne("2001:db8:2::10", "10.20.3.10"))
        }
        let middle = try table.host("2001:db8:2::10")
        #expect(middle.keyedMerges.count == 1)
        #expect(middle.rejected.contains { $0.because == "pin" && $0.key != "P" })
    }

    /// A join makes the second of two keys possible: one says A–C, the other B–C.
    @Test func joinsByKeysOfBothParts() throws {
        var builder = SetBuilder()
        for (number, address) in ["10.20.1.10", "2001:db8:2::10", "2001:db8:3::10"].enumerated() {
            let link = builder.link(interface: UInt32(number))
            try builder.card("00:50:56:9a:40:1\(number)", [address], on: link)
        }
        try builder.share(.snmpEngine, at: "10.20.1.10", and: "2001:db8:2::10")
        try builder.share(.tlsKey, at: "10.20.1.10", and: "2001:db8:3::10")
        try builder.share(.computerName, at: "2001:db8:2::10", and: "2001:db8:3::10")
        let table = HostCorrelator.correlate(builder.set)
        #expect(table.hosts.count == 1)
        #expect(table.hosts.first?.mergeConfidence == 0.9)
    }

    /// A host of two cards is named by all its addresses.
    @Test func namesTheWholeHostThatAKeyJoins() throws {
        var builder = SetBuilder()
        for number in 0..<2 {
            let link = builder.link(interface: UInt32(number))
            try builder.card(Card.first, ["10.20.\(number).10"], on: link)
        }
        let link = builder.link(interface: 2)
        try builder.card(Card.second, [Card.ipv6], on: link)
        try builder.share(.snmpEngine, at: "10.20.1.10", and: Card.ipv6)
        let host = try HostCorrelator.correlate(builder.set).host(Card.ipv6)
        let merge = try #require(host.keyedMerges.first)
        #expect(merge.joins == ["10.20.0.10", "10.20.1.10", Card.ipv6])
    }
}

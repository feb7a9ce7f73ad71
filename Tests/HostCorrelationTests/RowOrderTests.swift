import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostCorrelation

/// The rows of a set stand in whatever order its parts were merged.
@Suite struct RowOrderTests {
    /// SplitMix64: the same seed gives the same order on every machine.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
            return z ^ z >> 31
        }
    }

    private func shuffled(_ set: ObservationSet, seed: UInt64) -> ObservationSet {
        var set = set
        var generator = Generator(state: seed)
        set.macs.shuffle(using: &generator)
        set.bindings.shuffle(using: &generator)
        set.sources.shuffle(using: &generator)
        set.flows.shuffle(using: &generator)
        set.hostNames.shuffle(using: &generator)
        set.identities.shuffle(using: &generator)
        set.devices.shuffle(using: &generator)
        set.dnsNames.shuffle(using: &generator)
        set.conflicts.shuffle(using: &generator)
        return set
    }

    private func card(_ number: Int) -> String { "00:50:56:9a:41:1\(number)" }

    /// Two links and a router with everything that joins and keeps apart.
    private func office() throws -> SetBuilder {
        var builder = SetBuilder()
        let links = [builder.link(), builder.link(interface: 1)]
        let router = try #require(MACAddress(Card.router))
        for link in links { try builder.mac(Card.router, on: link) }
        // A chain that a contradiction stops, both keys alike.
        for (number, address) in ["10.20.30.10", "2001:db8:30::10", "fe80::c"].enumerated() {
            try builder.card(card(number), [address])
        }
        try builder.share(.sshHostKey, "key", at: "10.20.30.10", and: "2001:db8:30::10")
        try builder.identity(.snmpEngine, "engine", at: "2001:db8:30::10")
        try builder.identity(.snmpEngine, "engine", at: "fe80::c")
        // One address of two machines in turn, one of which shows a key.
        try builder.bind("10.20.30.50", to: card(3), by: .arpRequest)
        try builder.mac(card(3))
        try builder.mac(card(4))
        try builder.bind("10.20.30.50", to: card(4), by: .arpRequest, at: 7200)
        try builder.identity(.snmpEngine, "engine-2", at: "10.20.30.50", from: card(3))
        try builder.card(card(5), ["2001:db8:40::50"], on: links[1])
        try builder.identity(.snmpEngine, "engine-2", at: "2001:db8:40::50", on: links[1], second: 5)
        // One card on two links, joined with another.
        for link in links { try builder.card(card(6), [link == 0 ? "10.20.30.60" : "10.20.40.60"], on: link) }
        try builder.card(card(7), ["2001:db8:40::60"], on: links[1])
        try builder.share(.accountingSession, "nas|1", at: "10.20.40.60", and: "2001:db8:40::60")
        // Behind the router on both links, made of a card's MAC.
        for link in links { try builder.source("2001:db8:30:0:250:56ff:fe9a:4110", from: router, on: link) }
        try builder.source("10.20.90.80", from: router)
        try builder.source("2001:db8:90::80", from: router)
        try builder.share(.sshHostKey, "key-90", at: "10.20.90.80", and: "2001:db8:90::80", from: Card.router)
        // Names, devices, conflicts and conversations.
        for number in [6, 7] { try builder.name("srv-60", of: card(number), by: .mdns, on: links[1]) }
        builder.dns("srv-60.xa.example", ["10.20.40.60", "2001:db8:40::60"])
        try builder.device(.lldp, from: card(6), management: ["10.20.30.60", "10.20.40.60"])
        try builder.bind("fe80::dd", to: card(6), by: .duplicateAddressDetection)
        try builder.bind("fe80::dd", to: card(4), by: .advertisementTarget)
        try builder.conflict("fe80::dd", card(4), card(6))
        try builder.conversation(
            .init(address: "10.20.30.60", mac: card(6), nextHop: Card.router),
            .init(address: "10.20.90.80", mac: Card.router, nextHop: card(6), hopLimit: 63))
        try addForwarding(&builder, links)
        try addClients(&builder, links[0])
        return builder
    }

    /// A machine that forwards from one link to the other, with two cards.
    private func addForwarding(_ builder: inout SetBuilder, _ links: [Int]) throws {
        let (here, there) = ("00:0d:b9:5b:20:01", "00:0d:b9:5b:20:02")
        try builder.mac(here, on: links[0])
        try builder.mac(there, on: links[1])
        for port in [UInt16(50_001), 50_002, 50_003] {
            try builder.conversation(
                .init(address: "10.20.30.50", mac: card(3), nextHop: here),
                .init(address: "10.20.40.60", mac: here, nextHop: card(3), hopLimit: 63), port: port, on: links[0])
            try builder.conversation(
                .init(address: "10.20.30.50", mac: there, nextHop: card(6), hopLimit: 63),
                .init(address: "10.20.40.60", mac: card(6), nextHop: there), port: port, on: links[1])
        }
    }

    /// A client with one DUID on two cards, and a dock with two machines in turn.
    private func addClients(_ builder: inout SetBuilder, _ link: Int) throws {
        let duid = "000400112233445566778899aabbccddeeff"
        try builder.card(card(8), ["10.20.30.80"], on: link)
        try builder.card(card(9), ["2001:db8:30::80"], on: link)
        try builder.identity(.uniqueIdentifier, duid, at: "0.0.0.0", from: card(8), on: link)
        try builder.identity(.uniqueIdentifier, duid, at: "::", from: card(9), on: link)
        for number in [8, 9] { try builder.name("pc-80", of: card(number), by: .dhcp, on: link) }
        let dock = "00:50:56:9a:42:01"
        try builder.mac(dock, on: link) {
            $0.dhcpHostNames = ["pc-01", "pc-02"]
            $0.dhcpClientIdentifiers = [[1, 2, 3], [0, 9, 9]]
        }
        for (name, address, second) in [("pc-01", "10.20.30.91", Int64(10)), ("pc-02", "10.20.30.92", 200)] {
            try builder.name(name, of: dock, by: .dhcp, on: link, at: second)
            try builder.name(name, of: dock, by: .dhcp, on: link, at: second + 50)
            try builder.bind(address, to: dock, by: .arpRequest, on: link, at: second + 20)
        }
    }

    @Test func givesTheSameHostsInEveryOrder() throws {
        let set = try office().set
        let site = Site.office(
            [ConfiguredHost("a", addresses: ["10.20.30.10"]), ConfiguredHost("c", addresses: ["fe80::c"])],
            pins: [try .saying(.different, card(4), card(7))])
        let expected = HostCorrelator.correlate(set, site: site)
        #expect(expected.hosts.count > 5)
        for seed in 1...40 {
            let table = HostCorrelator.correlate(shuffled(set, seed: UInt64(seed)), site: site)
            #expect(table.hosts.map(\.id) == expected.hosts.map(\.id), "seed \(seed)")
            #expect(table.text == expected.text, "seed \(seed)")
        }
    }

    @Test(arguments: 1...20)
    func stopsAChainAtTheSamePlaceInEveryOrder(seed: Int) throws {
        var builder = SetBuilder()
        for number in 0..<3 {
            let link = builder.link(interface: UInt32(number))
            try builder.card(card(number), [number == 1 ? "2001:db8:1::1" : "10.20.\(number).1"], on: link)
        }
        try builder.share(.sshHostKey, at: "10.20.0.1", and: "2001:db8:1::1")
        try builder.share(.snmpEngine, at: "10.20.2.1", and: "2001:db8:1::1")
        let pin = try Pin.saying(.different, card(0), card(2))
        let table = HostCorrelator.correlate(shuffled(builder.set, seed: UInt64(seed)), site: .office(pins: [pin]))
        #expect(table.hosts.count == 2)
        // The machines that were seen first are joined first.
        #expect(try table.isOne("10.20.0.1", "2001:db8:1::1"))
    }
}

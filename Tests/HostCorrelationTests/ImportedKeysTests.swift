import Messages
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct ImportedKeysTests {
    static let card = "00:50:56:9a:40:10"
    static let other = "00:50:56:9a:40:20"
    static let router = "00:0d:b9:4a:10:01"
    static let ipv4 = "10.20.30.10"
    static let ipv6 = "2001:db8:20:30::10"

    private static let site = Site.office(segments: [
        Segment(
            id: "lan", name: LocalizedText(vi: "LAN", en: "LAN"), kind: .officeLAN,
            prefixes: ["10.20.30.0/24", "2001:db8:20:30::/64"].compactMap { IPPrefix($0) }),
        Segment(
            id: "servers", name: LocalizedText(vi: "Máy chủ", en: "Servers"), kind: .server,
            prefixes: ["10.20.40.0/24", "2001:db8:20:40::/64"].compactMap { IPPrefix($0) }),
    ])

    private func interface(_ name: String, _ mac: String?, _ addresses: [String], line: UInt32 = 1)
        throws -> ImportedInterface
    {
        ImportedInterface(
            name: name, mac: mac.flatMap { MACAddress($0) },
            addresses: try addresses.enumerated().map { place, text in
                ImportedAddress(try #require(IPAddress(text)), line: line + UInt32(place))
            }, line: line)
    }

    private func file(
        _ kind: ImportKind, _ hosts: [(name: String?, interfaces: [ImportedInterface])], path: String = "file.txt",
        day: Int64 = 1
    ) -> ImportedFile {
        var file = ImportedFile(
            path: path, digest: "\(kind.rawValue) \(path) \(day)", kind: kind,
            made: CaptureTime(seconds: day * 86_400))
        file.hosts = hosts.map { ImportedHost(name: $0.name, interfaces: $0.interfaces, line: 1) }
        return file
    }

    private func table(_ builder: SetBuilder = SetBuilder(captures: 0), _ files: ImportedFile...) -> HostTable {
        var set = builder.set
        for file in files { set.add(file) }
        return HostCorrelator.correlate(set.declaring(), site: Self.site)
    }

    /// A card on the LAN with an IPv4 address, seen by ARP.
    private func lan(_ mac: String = card) throws -> SetBuilder {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(mac)
        try builder.bind(Self.ipv4, to: mac, by: .arpRequest)
        return builder
    }

    // MARK: A1

    @Test func twoCardsOfOneConfigurationAreOneMachine() throws {
        let table = table(
            SetBuilder(captures: 0),
            file(
                .ipJSON,
                [
                    (
                        "srv-01",
                        [
                            try interface("eth0", Self.card, ["10.20.40.10"]),
                            try interface("eth1", Self.other, ["2001:db8:20:40::10"], line: 20),
                        ]
                    )
                ]))
        let host = try table.host("10.20.40.10")
        #expect(try table.isOne("10.20.40.10", "2001:db8:20:40::10"))
        #expect(host.keys == [.configuration] && host.macs.count == 2)
        #expect(host.names.map(\.name) == ["srv-01"])
        #expect(host.keyedMerges.first?.evidence.map(\.proof.frame) == [1, 20])
    }

    @Test func aConfigurationWithoutCardsJoinsTheMachineThatHasItsAddress() throws {
        let table = table(
            try lan(), file(.netplan, [("pc-01", [try interface("eth0", nil, [Self.ipv4, Self.ipv6])])]))
        #expect(try table.isOne(Self.ipv4, Self.ipv6))
        #expect(try table.host(Self.ipv6).macs.map(\.description) == [Self.card])
    }

    @Test func aConfigurationOfAnotherCardIsOutOfDate() throws {
        let table = table(
            try lan(), file(.ipJSON, [("pc-01", [try interface("eth0", Self.other, [Self.ipv4, Self.ipv6])])]))
        let owners = table.hosts.filter { $0.has(IPAddress(Self.ipv4) ?? IPAddress(IPv4Address(value: 0))) }
        #expect(owners.count == 2)
        #expect(owners.allSatisfy { $0.macs.count == 1 })
    }

    @Test func theSameAddressOnAnotherLinkIsAnotherMachine() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.card)
        try builder.bind("10.20.40.10", to: Self.card, by: .arpRequest)
        // The configuration's interface lies on the LAN by its other addresses.
        let table = table(
            builder,
            file(
                .ciscoIOS,
                [(nil, [try interface("Vlan10", nil, ["10.20.40.10", Self.ipv4, "10.20.30.11"])])]))
        #expect(try table.isOne(Self.ipv4, "10.20.30.11"))
        let card = try #require(table.hosts.first { $0.macs.map(\.description) == [Self.card] })
        #expect(card.bindings.map(\.address.description) == ["10.20.40.10"])
    }

    @Test func interfacesThatAreShutDownSayNothing() throws {
        var down = try interface("eth1", Self.other, [Self.ipv6])
        down.isShutDown = true
        let table = table(
            SetBuilder(captures: 0),
            file(.ipJSON, [("pc", [try interface("eth0", Self.card, [Self.ipv4]), down])]))
        #expect(table.hosts.count == 1)
        #expect(try table.host(Self.ipv4).ipv6.isEmpty)
    }

    @Test func whatSpeaksAgainstItKeepsAConfigurationFromJoining() throws {
        // The two addresses talk with each other.
        var builder = try lan()
        try builder.mac(Self.other)
        try builder.bind(Self.ipv6, to: Self.other, by: .solicitationSource)
        var pinned = Self.site
        pinned.pins = [try Pin.saying(.different, Self.ipv4, Self.ipv6)]
        var set = builder.set
        set.add(file(.netplan, [("pc", [try interface("eth0", nil, [Self.ipv4, Self.ipv6])])]))
        let table = HostCorrelator.correlate(set.declaring(), site: pinned)
        #expect(try !table.isOne(Self.ipv4, Self.ipv6))
    }

    // MARK: A2

    @Test func tablesOfARouterJoinBothFamiliesOfACard() throws {
        let table = table(
            SetBuilder(captures: 0),
            file(.neighbours, [(nil, [try interface("Vlan10", Self.card, [Self.ipv4, Self.ipv6], line: 3)])]))
        let host = try table.host(Self.ipv4)
        #expect(try table.isOne(Self.ipv4, Self.ipv6))
        #expect(host.merges.map(\.key) == [.neighbourTables])
        #expect(host.merges.first?.evidence.map(\.proof.frame).sorted() == [3, 4])
    }

    @Test func aLocallyAdministeredCardOfATableIsTheOneThatWasSeen() throws {
        let virtual = "52:54:00:12:34:56"
        let table = table(
            try lan(virtual),
            file(.neighbours, [(nil, [try interface("Vlan10", virtual, [Self.ipv4, Self.ipv6])])]))
        #expect(try table.isOne(Self.ipv4, Self.ipv6))
        #expect(table.hosts.count == 1)
    }

    @Test func aTableOfAnotherInterfaceJoinsNothing() throws {
        // The same random card behind two interfaces of a router may be two machines.
        let random = "52:54:00:12:34:56"
        let table = table(
            SetBuilder(captures: 0),
            file(
                .neighbours,
                [
                    (
                        nil,
                        [
                            try interface("Vlan10", random, [Self.ipv4]),
                            try interface("Vlan20", random, ["2001:db8:20:40::10"]),
                        ]
                    )
                ]))
        #expect(try !table.isOne(Self.ipv4, "2001:db8:20:40::10"))
    }

    // MARK: Other files

    @Test func aLeaseAndAConfigurationOfOneCardAreOneMachine() throws {
        var leases = file(.kea, [], path: "kea.csv")
        leases.leases = [
            ImportedLease(
                address: IPAddress(Self.ipv6), mac: MACAddress(Self.card), uniqueIdentifier: "00010001",
                name: "pc-01", line: 7)
        ]
        let table = table(try lan(), leases)
        #expect(try table.isOne(Self.ipv4, Self.ipv6))
        #expect(
            try table.host(Self.ipv6).ipv6.first?.evidence.map(\.kind) == [.leaseFile])
    }

    @Test func aLaterFileOfTheSameDeviceTakesThePlaceOfAnEarlierOne() throws {
        let old = file(.ciscoIOS, [("r1", [try interface("Vlan10", nil, ["10.20.30.1"])])], path: "a/r1.cfg", day: 1)
        let new = file(.ciscoIOS, [("r1", [try interface("Vlan10", nil, ["10.20.30.2"])])], path: "b/r1.cfg", day: 2)
        let table = table(SetBuilder(captures: 0), old, new)
        #expect(table.hosts.flatMap { $0.bindings.map(\.address.description) } == ["10.20.30.2"])
    }

    @Test func addressesOutsideTheSiteBecomeNoHosts() throws {
        let table = table(
            SetBuilder(captures: 0),
            file(
                .zeek,
                [(nil, [try interface("", nil, ["198.51.100.9"])]), (nil, [try interface("", nil, [Self.ipv4])])]))
        #expect(table.hosts.flatMap { $0.bindings.map(\.address.description) } == [Self.ipv4])
    }

    @Test func filesDoNotMakeALinkLookWatched() throws {
        let table = table(
            try lan(), file(.ipJSON, [("pc", [try interface("eth0", Self.card, [Self.ipv4])])], day: 20_000))
        let link = try #require(table.links.first { $0.segment == "lan" })
        #expect(link.observed.count == 1 && link.declared.count == 1)
        #expect(link.observedNanoseconds < 86_400 * 1_000_000_000)
    }

    @Test func theOrderOfImportsDoesNotMatter() throws {
        let files = [
            file(.ipJSON, [("srv", [try interface("eth0", Self.card, [Self.ipv4])])], path: "a"),
            file(.neighbours, [(nil, [try interface("Vlan10", Self.card, [Self.ipv4, Self.ipv6])])], path: "b"),
            file(.nmap, [(nil, [try interface("", nil, [Self.ipv6])])], path: "c"),
        ]
        var one = try lan().set
        var other = try lan().set
        for file in files { one.add(file) }
        for file in files.reversed() { other.add(file) }
        #expect(one == other)
        #expect(
            HostCorrelator.correlate(one.declaring(), site: Self.site).text
                == HostCorrelator.correlate(other.declaring(), site: Self.site).text)
    }
}

import HostClassification
import HostCorrelation
import NetworkTypes
import SiteModel
import Testing

@testable import AuditReport
@testable import TrafficObservation

/// What routers, servers and devices say of themselves and what clients ask for.
@Suite struct ApplicationDocumentTests {
    private func scan(_ set: ObservationSet? = nil, site: Site? = nil) throws -> ScanDocument {
        ScanDocument(
            set: try set ?? DocumentFixture.observations(), table: try DocumentFixture.table(),
            profiles: try DocumentFixture.profiles(), site: site)
    }

    // MARK: Server names

    @Test func listsServersByAddressThenName() throws {
        let servers = try scan().serverNames
        #expect(
            servers.map(\.address) == [
                "10.0.0.9", "10.0.0.9", "198.51.100.1", "198.51.100.2", "2001:db8:0:1::80",
            ])
        #expect(
            servers.map(\.name) == [
                "10.0.0.9", "www.office.example", "private.elsewhere.test", "private.elsewhere.test",
                "www.office.example",
            ])
        #expect(servers.map(\.source) == ["http", "tls", "tls", "tls", "quic"])
        #expect(servers.map(\.transport) == ["tcp", "tcp", "tcp", "tcp", "udp"])
        #expect(servers.map(\.family) == ["ipv4", "ipv4", "ipv4", "ipv4", "ipv6"])
        #expect(servers.allSatisfy { $0.hash == nil })
    }

    @Test func addsUpWhatTwoLinksSawOfAServer() throws {
        let server = try scan().serverNames[1]
        #expect(server.count == 2)
        #expect(server.port == 443)
        #expect(server.capture == 0)
        #expect(server.frame == 41)
        #expect(server.firstSeen == "\(DocumentFixture.proof(41, seconds: 41).time)")
        #expect(server.lastSeen == "\(DocumentFixture.proof(42, seconds: 42).time)")
    }

    @Test func hidesServersOutsideTheSiteWithTheirAddresses() throws {
        let servers = try scan(site: AuditFixture.site()).serverNames
        #expect(servers.map(\.name) == ["10.0.0.9", "www.office.example", "www.office.example", nil])
        let hidden = try #require(servers.last)
        #expect(hidden.address == nil)
        #expect(hidden.hash == (try scan(site: AuditFixture.site()).names.last?.hash))
        #expect(hidden.family == "ipv4")
        #expect(hidden.port == 443)
        #expect(hidden.count == 2)
        #expect(hidden.frame == 43)
    }

    @Test func keepsServersOutsideWhereTheSiteSaysSo() throws {
        let servers = try scan(site: AuditFixture.site(outsideNames: .keep)).serverNames
        #expect(servers.allSatisfy { $0.name != nil && $0.address != nil })
    }

    // MARK: Routing

    @Test func listsSpeakersByAddressThoseWithoutOneAtTheEnd() throws {
        let routing = try scan().routing
        #expect(routing.map(\.protocol) == ["vrrp", "ospfv3", "isis"])
        #expect(routing.map(\.source) == ["10.0.0.2", "fe80::1", nil])
        #expect(routing.map(\.mac) == ["00:0d:b9:00:00:01", nil, "00:0d:b9:00:00:01"])
        #expect(routing.map(\.family) == ["ipv4", "ipv6", "ipv6"])
        #expect(routing.map(\.link) == ["lan", "lan", "0.0/10.20"])
        let router = routing[0]
        #expect(router.group == 7)
        #expect(router.addresses == ["10.0.0.1", "10.0.0.3", "10.0.0.254"])
        #expect(router.count == 2)
        #expect(router.frame == 50)
    }

    // MARK: Devices

    @Test func joinsWhatADeviceSaidInTwoPlacesOfALink() throws {
        let devices = try scan().devices
        #expect(devices.map(\.source) == ["cdp", "lldp"])
        #expect(devices.map(\.link) == ["0.0/10.20", "lan"])
        #expect(devices[0].roles == ["access-point", "telephone"])
        #expect(devices[1].name == "core.elsewhere.test")
        #expect(devices[1].roles == ["bridge", "router"])
        #expect(devices[1].managementAddresses == ["10.0.0.9", "10.0.0.200", "2001:db8::9"])
        #expect(devices[1].count == 2)
        #expect(devices[1].frame == 60)
    }

    @Test func hidesTheNameOfADeviceOutsideTheSite() throws {
        let devices = try scan(site: AuditFixture.site()).devices
        #expect(devices.map(\.name) == ["phone-1", nil])
        #expect(devices.map { $0.hash == nil } == [true, false])
    }

    // MARK: Identities

    @Test func listsIdentitiesByAddress() throws {
        let identities = try scan().identities
        #expect(identities.map(\.address) == ["10.0.0.9", "10.0.0.100"])
        #expect(identities.map(\.kind) == ["snmp-engine", "ssh-host-key"])
        #expect(identities.map(\.value) == ["80001f88", "ab12"])
        #expect(identities.map(\.mac) == [nil, "02:00:00:00:00:02"])
        #expect(identities.map(\.count) == [1, 2])
    }

    private func withIdentities(_ rows: [(IdentityKind, String, String)]) throws -> ObservationSet {
        var set = try DocumentFixture.observations()
        set.identities = try rows.map { kind, value, address in
            IdentityRow(
                link: 0, mac: .zero, address: try #require(IPAddress(address)), kind: kind, value: value,
                sighting: Sighting(DocumentFixture.proof(73)))
        }
        return set
    }

    @Test func leavesOutAnAddressThatWasNotShown() throws {
        let set = try withIdentities([
            (.uniqueIdentifier, "00030001", "::"), (.uniqueIdentifier, "00030001", "2001:db8:1::5"),
        ])
        #expect(try scan(set).identities.map(\.address) == ["2001:db8:1::5", nil])
    }

    @Test func hidesNamesOutsideTheSiteWithTheirAddresses() throws {
        let set = try withIdentities([
            (.dnsPointer, "dns.elsewhere.test", "10.0.0.8"), (.computerName, "pc|pc.elsewhere.test", "10.0.0.7"),
            (.dhcpName, "pc.office.example", "10.0.0.6"), (.computerName, "pc|pc", "10.0.0.5"),
            (.mdnsHost, "pc.local", "10.0.0.4"), (.accountingSession, "nas.elsewhere.test|1", "10.0.0.3"),
        ])
        let identities = try scan(set, site: AuditFixture.site()).identities
        let shown = ["nas.elsewhere.test|1", "pc.local", "pc|pc", "pc.office.example"]
        #expect(identities.compactMap(\.value) == shown)
        #expect(identities.map(\.address) == ["10.0.0.3", "10.0.0.4", "10.0.0.5", "10.0.0.6", nil, nil])
        #expect(identities.map { $0.hash == nil } == [true, true, true, true, false, false])
        #expect(try scan(set).identities.allSatisfy { $0.value != nil && $0.hash == nil })
    }

    // MARK: Links, tunnels, services

    @Test func tellsALinkInsideTunnelsFromTheOneAround() throws {
        var set = try DocumentFixture.observations()
        var key = set.links[2].key
        key.isOverlay = true
        set.links[2] = LinkObservation(key: key, time: DocumentFixture.start)
        let links = try scan(set).links
        #expect(links.map(\.overlay) == [true, false])
        #expect(links[0].observed.map(\.overlay) == [true])
    }

    @Test(arguments: TunnelKind.allCases)
    func namesEveryKindOfTunnel(kind: TunnelKind) throws {
        var set = try DocumentFixture.observations()
        let row = set.tunnels[0]
        set.tunnels = [
            TunnelRow(
                link: 0, kind: kind, outerSource: row.outerSource, outerDestination: row.outerDestination,
                sourceMAC: row.sourceMAC, sighting: row.sighting)
        ]
        let tunnel = try #require(try scan(set).tunnels.first)
        #expect(tunnel.kind == kind.rawValue)
        #expect(tunnel.kind.allSatisfy { $0.isLowercase || $0.isNumber })
    }

    @Test func aTunnelIs6rdWhereTheSiteDeclaresAnEndOfIt() throws {
        var set = try DocumentFixture.observations()
        let row = set.tunnels[0]
        set.tunnels = [
            TunnelRow(
                link: 0, kind: .sixInFour, outerSource: row.outerSource, outerDestination: row.outerDestination,
                sourceMAC: row.sourceMAC, sighting: row.sighting)
        ]
        #expect(TunnelDocument.all(set, site: nil).map(\.kind) == ["6in4"])
        var site = try AuditFixture.site()
        site.tunnels = [Tunnel(kind: .sixRapidDeployment, ends: [row.outerDestination], agency: "xa-a")]
        #expect(TunnelDocument.all(set, site: site).map(\.kind) == ["6rd"])
    }

    @Test func aTunnelThatNoIPCarriesHasNoOuterAddresses() throws {
        var set = try DocumentFixture.observations()
        let nobody = IPAddress(IPv4Address.unspecified)
        set.tunnels = [
            TunnelRow(
                link: 0, kind: .pseudowire, outerSource: nobody, outerDestination: nobody, sourceMAC: .zero,
                sighting: Sighting(DocumentFixture.proof(80)))
        ]
        #expect(try scan(set).tunnels.map(\.outer) == [[]])
    }

    @Test(
        arguments: [
            (IPProtocol.tcp, 443, "https"), (.udp, 53, "domain"), (.tcp, 8080, nil), (.tcp, 49_152, nil),
        ] as [(IPProtocol, UInt16, String?)])
    func namesServicesByTheirPortUnlessItProvesNothing(transport: IPProtocol, port: UInt16, name: String?) {
        let use = ServiceUse(transport: transport, port: port, families: [.ipv4], proof: DocumentFixture.proof(1))
        #expect(ServiceDocument(use).name == name)
    }
}

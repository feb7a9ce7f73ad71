import NetworkTypes
import SiteModel
import Testing

@testable import AuditReport

@Suite struct ScanDocumentTests {
    private func scan(site: Site? = nil) throws -> ScanDocument {
        ScanDocument(
            set: try DocumentFixture.observations(), table: try DocumentFixture.table(),
            profiles: try DocumentFixture.profiles(), site: site, siteFolder: "site")
    }

    @Test func describesTheCaptures() throws {
        let captures = try scan().captures
        #expect(captures.map(\.path) == ["site/captures/lan.pcap", "empty.pcap"])
        let first = try #require(captures.first)
        #expect(first.linkTypes == ["EN10MB"])
        #expect(first.packets == 100)
        #expect(first.firstSeen == "\(DocumentFixture.start)")
        #expect(first.anomalies == ["decoder.ipv6.truncated": 3])
        #expect(first.segment == "lan")
        #expect(first.vantage == nil)
        #expect(captures.last?.firstSeen == nil)
        #expect(captures.last?.segments == [])
    }

    @Test func takesTheVantageFromTheSite() throws {
        #expect(try scan(site: AuditFixture.site()).captures.map(\.vantage) == ["switch", nil])
    }

    @Test func sortsHostsByIdAndTheirAddressesByNumber() throws {
        let hosts = try scan().hosts
        #expect(hosts.map(\.id) == [DocumentFixture.printer, DocumentFixture.desktop])
        #expect(hosts[1].ipv4.map(\.address) == ["10.0.0.20", "10.0.0.100"])
        #expect(hosts[1].ipv6.map(\.address) == ["2001:db8:0:1::2", "fe80::2"])
    }

    @Test func describesAHost() throws {
        let host = try scan().hosts[1]
        #expect(host.macs == ["02:00:00:00:00:02"])
        #expect(host.vendor == nil)
        #expect(host.ipv4[1].evidence == ["arp-request", "dhcp-ack"])
        #expect(host.ipv6.map(\.scope) == ["documentation", "link-local"])
        #expect(host.ipv6.map(\.kind) == ["stable", "eui64"])
        #expect(host.ipv6.map(\.tentative) == [false, true])
        #expect(host.roles == ["printer", "server"])
        #expect(host.role == nil)
        #expect(host.claims.isEmpty)
        #expect(host.flags == ["eui64", "random-mac"])
        #expect(host.links == ["lan"])
        #expect(host.state == "dual-operational")
        #expect(!host.provisional)
        #expect(host.confidence == 0.95)
        #expect(host.reasons.first?.frame == 2)
        #expect(
            host.services.first
                == ServiceDocument(transport: "tcp", port: 443, name: "https", families: ["ipv4", "ipv6"]))
        #expect(host.traffic.ipv6 == TrafficDocument(packets: 2, bytes: 500))
    }

    @Test func saysWhyAStateIsProvisional() throws {
        let host = try scan().hosts[0]
        #expect(host.provisional)
        #expect(host.provisionalBecause == ["window-too-short"])
    }

    @Test func sortsUnmergedAddressesByNumber() throws {
        let unmerged = try scan().unmergedAddresses
        #expect(unmerged.map(\.address) == ["10.9.9.9", "198.51.100.9"])
        #expect(unmerged[0].family == "ipv4")
        #expect(unmerged[0].behind == "00:0d:b9:00:00:01")
        #expect(unmerged[0].packets == 2)
        #expect(unmerged[0].traffic == TrafficDocument(packets: 2, bytes: 100))
    }

    @Test func describesLinksWithRoutersAndServers() throws {
        let links = try scan().links
        #expect(links.map(\.id) == ["0.0/10.20", "lan"])
        #expect(links[0].vlan == .double(outer: 10, inner: 20))
        #expect(links[0].segment == nil)
        #expect(links[0].routers.isEmpty)
        let lan = links[1]
        #expect(lan.vlan == .single(10))
        #expect(lan.observed.map(\.vlan) == [.single(10), nil])
        #expect(links.map(\.portAuthentication) == [false, true])
        #expect(links.map(\.overlay) == [false, false])
        #expect(lan.dhcpv4Servers == [DHCPv4ServerDocument(address: "10.0.0.1", mac: "00:0d:b9:00:00:01")])
        #expect(
            lan.dhcpv6Servers == [
                DHCPv6ServerDocument(address: "fe80::1", duid: "00030001", mac: "00:0d:b9:00:00:01")
            ])
        let router = try #require(lan.routers.first)
        #expect(lan.routers.count == 1)
        #expect(router.linkLocal == "fe80::1")
        #expect(router.lifetimeSeconds == 1800)
        #expect(router.managed)
        #expect(!router.other)
        #expect(router.rdnss == ["2001:db8:0:1::53"])
        #expect(router.pref64 == nil)
        #expect(
            router.prefixes == [
                AdvertisedPrefixDocument(
                    prefix: "2001:db8:0:1::/64", onLink: true, autonomous: true, validSeconds: 86_400,
                    preferredSeconds: 14_400)
            ])
    }

    @Test func joinsBothDirectionsOfATunnel() throws {
        let tunnels = try scan().tunnels
        #expect(tunnels.count == 1)
        #expect(tunnels.first?.kind == "6in4")
        #expect(tunnels.first?.outer == ["10.0.0.128", "198.51.100.41"])
        #expect(tunnels.first?.inner == ["2001:db8:6::1", "2001:db8:6::2"])
        #expect(tunnels.first?.packets == 2)
    }

    @Test func printsAllNamesWithoutASite() throws {
        let names = try scan().names
        #expect(names.map(\.name) == ["desktop", "printer.local", "private.elsewhere.test", "www.office.example"])
        #expect(names[3].a == ["10.0.0.9", "10.0.0.10"])
        #expect(names[3].aaaaAsked)
        #expect(names[3].aaaaAnswered)
        #expect(!names[2].aaaaAsked)
        #expect(names[2].hasAAAA)
    }

    @Test func hidesNamesOutsideTheSite() throws {
        let scan = try scan(site: AuditFixture.site())
        #expect(scan.names.map(\.name) == ["desktop", "printer.local", "www.office.example", nil])
        let hidden = try #require(scan.names.last)
        #expect(hidden.hash?.utf8.count == 32)
        #expect(hidden.a.isEmpty)
        #expect(hidden.aaaa.isEmpty)
        #expect(hidden.hasA)
        #expect(hidden.hasAAAA)
        #expect(hidden.aQuestions == 1)
        #expect(scan.hosts[1].names.map(\.name) == ["desktop", nil])
        #expect(scan.hosts[1].names.map(\.source) == ["mdns", "dhcp"])
    }

    @Test func printsAllNamesWhereTheSiteKeepsThem() throws {
        let scan = try scan(site: AuditFixture.site(outsideNames: .keep))
        #expect(scan.names.allSatisfy { $0.name != nil && $0.hash == nil })
    }
}

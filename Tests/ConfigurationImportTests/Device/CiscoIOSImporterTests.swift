import ConfigurationImport
import NetworkTypes
import Testing
import TrafficObservation

@Suite struct CiscoIOSImporterTests {
    private let file: ImportedFile

    init() throws { file = try CiscoIOSImporter.read(DeviceSamples.source(DeviceSamples.cisco)) }

    @Test func namesTheDevice() { #expect(file.hosts.map(\.name) == ["RT-UBND"]) }

    @Test func takesPrimaryAndSecondaryAddressesAndNotThoseOfHSRP() {
        let addresses = file.addresses("GigabitEthernet0/1.10")
        #expect(addresses == ["192.0.2.1/25", "198.51.100.1/24", "fe80::1", "2001:db8:1::1/64"])
        #expect(file.interface("GigabitEthernet0/1.10")?.addresses[2].origin == .linkLocal)
    }

    @Test func advertisementsAreOnByDefaultOnceRoutingAndAnAddressAreSet() {
        #expect(file.interface("GigabitEthernet0/1.10")?.routerAdvertisements == .sent)
        #expect(file.interface("GigabitEthernet0/0")?.routerAdvertisements == .suppressed)
        #expect(file.interface("Loopback0")?.routerAdvertisements == .notSent)
    }

    @Test func withoutUnicastRoutingNothingIsAdvertised() throws {
        let text = DeviceSamples.cisco.replacing("ipv6 unicast-routing", with: "no ipv6 unicast-routing")
        let file = try CiscoIOSImporter.read(DeviceSamples.source(text))
        #expect(file.interface("GigabitEthernet0/1.10")?.routerAdvertisements == .notSent)
        #expect(file.interface("GigabitEthernet0/1.10")?.ipv6 == .configured)
    }

    @Test func anInterfaceThatIsShutDownSendsNothing() {
        let interface = file.interface("GigabitEthernet0/2")
        #expect(interface?.isShutDown == true)
        #expect(interface?.ipv6 == .configured)
        #expect(interface?.routerAdvertisements == .notSent)
    }

    @Test func hostPartsUnderAGeneralPrefixAndEUI64PrefixesAreNotAddresses() {
        #expect(file.addresses("GigabitEthernet0/1.20") == ["203.0.113.1/24"])
        #expect(file.interface("GigabitEthernet0/1.20")?.ipv6 == .configured)
    }

    @Test func autoconfigurationIsConfiguredWithoutAnAddress() {
        let interface = file.interface("GigabitEthernet0/0")
        #expect(interface?.addresses == [])
        #expect(interface?.ipv6 == .configured)
        #expect(interface?.mac?.description == "02:00:5e:10:00:01")
    }

    @Test func linkLocalOnlyIsEnabled() {
        #expect(file.interface("Vlan99")?.ipv6 == .enabled)
        #expect(file.interface("FastEthernet0/1")?.ipv6 == .notConfigured)
        #expect(file.interface("FastEthernet0/1")?.isShutDown == false)
    }

    @Test func whatABannerOrADescriptionSaysIsNoCommand() {
        #expect(file.interface("Vlan666") == nil)
        let all = file.hosts.flatMap(\.interfaces).flatMap(\.texts)
        #expect(!all.contains { $0.contains("bad") || $0.contains("666") || $0.contains("10.66") })
    }

    @Test func aBannerThatNeverEndsHidesOneLineOnly() throws {
        let text = DeviceSamples.cisco.replacing("boot-start-marker", with: "banner login ^Cxin chao")
            .replacing("banner motd ^C\n", with: "").replacing("\n^C\n", with: "\n")
        let file = try CiscoIOSImporter.read(DeviceSamples.source(text))
        #expect(file.interface("GigabitEthernet0/1.10") != nil)
    }

    @Test func gatewaysAndPoolsAreNotAddresses() {
        let all = file.hosts.flatMap(\.interfaces).flatMap(\.texts)
        #expect(!all.contains { $0.contains("fffe") || $0.contains("203.0.113.254") || $0.contains(":77:") })
    }

    @Test func pagerPromptsWithBackspacesAreNotText() throws {
        let erase = String(repeating: "\u{8}", count: 9)
        let pager = " --More-- " + erase + "        " + erase
        let text =
            "hostname A\n!\ninterface Vlan1\n\(pager) ip address 192.0.2.1 255.255.255.0\n"
            + "\(pager)interface Vlan2\n --More--         ip address 192.0.2.2 255.255.255.0\n"
        let file = try CiscoIOSImporter.read(DeviceSamples.source(text))
        #expect(file.addresses("Vlan1") == ["192.0.2.1/24"])
        #expect(file.addresses("Vlan2") == ["192.0.2.2/24"])
    }

    @Test func aTextThatLostItsIndentationIsReadByItsSeparators() throws {
        let text =
            "hostname A\n!\ninterface Vlan1\nip address 192.0.2.1 255.255.255.0\nipv6 enable\nshutdown\n!\n"
            + "router ospf 1\n"
        let file = try CiscoIOSImporter.read(DeviceSamples.source(text))
        #expect(file.addresses("Vlan1") == ["192.0.2.1/24"])
        #expect(file.interface("Vlan1")?.isShutDown == true)
    }

    @Test func theInterfaceIsGivenByTheLineOfItsStanza() {
        let lines = DeviceSamples.cisco.split(separator: "\n", omittingEmptySubsequences: false)
        let line = Int(file.interface("Vlan99")?.line ?? 0)
        #expect(line > 0 && lines[line - 1] == "interface Vlan99")
    }

    @Test func aFirewallOfTheSameMakerAdvertisesWithoutARoutingCommand() throws {
        let text =
            "ASA Version 9.16(2)\n!\nhostname asa\n!\ninterface GigabitEthernet0/1\n nameif inside\n"
            + " security-level 100\n ip address 192.0.2.1 255.255.255.0 standby 192.0.2.2\n"
            + " ipv6 address 2001:db8:1::1/64 standby 2001:db8:1::2\n!\nbanner motd Xin chao\n"
        let file = try CiscoIOSImporter.read(DeviceSamples.source(text))
        #expect(file.addresses("GigabitEthernet0/1") == ["192.0.2.1/24", "2001:db8:1::1/64"])
        #expect(file.interface("GigabitEthernet0/1")?.routerAdvertisements == .sent)
    }

    @Test func aRemovedInterfaceIsGone() throws {
        let text = "hostname A\ninterface Vlan1\n ip address 192.0.2.1 255.255.255.0\nno interface Vlan1\n"
        #expect(try CiscoIOSImporter.read(DeviceSamples.source(text)).interface("Vlan1") == nil)
    }
}

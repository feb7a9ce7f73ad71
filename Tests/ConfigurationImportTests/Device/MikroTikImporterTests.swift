import ConfigurationImport
import NetworkTypes
import Testing
import TrafficObservation

@Suite struct MikroTikImporterTests {
    private let file: ImportedFile

    init() throws { file = try MikroTikImporter.read(DeviceSamples.source(DeviceSamples.mikrotik)) }

    @Test func namesTheDevice() { #expect(file.hosts.map(\.name) == ["RB-XA01"]) }

    @Test func disabledItemsAreNotAddresses() {
        #expect(file.addresses("bridge") == ["192.0.2.1/24", "2001:db8:1::1/64"])
        #expect(file.addresses("vlan40") == [])
        #expect(file.interface("ether3")?.isShutDown == true)
    }

    @Test func absenceProvesNothing() {
        #expect(file.interface("ether1-wan")?.ipv6 == .unknown)
        #expect(file.interface("ether1-wan")?.routerAdvertisements == .unknown)
    }

    @Test func aHostPartUnderAPoolIsConfiguredAndNoAddress() {
        #expect(file.interface("vlan20")?.ipv6 == .configured)
        #expect(file.interface("vlan20")?.addresses == [])
        #expect(file.interface("vlan50")?.addresses == [])
        #expect(file.interface("pppoe-out1")?.ipv6 == .configured)
    }

    @Test func advertisesByDefaultAndNotWhereALineSaysNo() {
        #expect(file.interface("bridge")?.routerAdvertisements == .sent)
        #expect(file.interface("vlan30")?.routerAdvertisements == .suppressed)
    }

    @Test func neighbourDiscoverySwitchedOffSuppresses() throws {
        let text = DeviceSamples.mikrotik + "\n/ipv6 nd\nset [ find default=yes ] disabled=yes\n"
        let file = try MikroTikImporter.read(DeviceSamples.source(text))
        #expect(file.interface("bridge")?.routerAdvertisements == .suppressed)
    }

    @Test func disabledIPv6IsDisabledEverywhere() throws {
        let text = DeviceSamples.mikrotik + "\n/ipv6 settings\nset disable-ipv6=yes\n"
        let file = try MikroTikImporter.read(DeviceSamples.source(text))
        #expect(file.hosts.flatMap(\.interfaces).allSatisfy { $0.ipv6 == .disabled })
        #expect(file.addresses("bridge") == ["192.0.2.1/24"])
    }

    @Test func addressesOfVRRPAndOfScriptsAreNotTheInterfacesOwn() {
        let all = file.hosts.flatMap(\.interfaces).flatMap(\.texts)
        #expect(!all.contains { $0.contains("666") || $0.contains(".254") || $0.contains("bad") })
    }

    @Test func aTerseExportHasTheMenuInEveryLine() throws {
        let text = """
            # nov/20/2026 10:00:00 by RouterOS 6.49.10
            /interface bridge add name=br1 mac-address=48:8F:5A:00:00:01
            /ip address add address=192.0.2.1/24 disabled=no interface=br1 network=192.0.2.0
            /ipv6 address add address=2001:db8::1/64 advertise=yes comment="" disabled=no eui-64=no from-pool="" interface=br1
            /system identity set name="RB 2"
            """
        let file = try MikroTikImporter.read(DeviceSamples.source(text))
        #expect(file.hosts.first?.name == "RB 2")
        #expect(file.addresses("br1") == ["192.0.2.1/24", "2001:db8::1/64"])
        #expect(file.interface("br1")?.mac?.description == "48:8f:5a:00:00:01")
    }
}

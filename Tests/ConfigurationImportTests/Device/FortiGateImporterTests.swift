import ConfigurationImport
import NetworkTypes
import Testing
import TrafficObservation

@Suite struct FortiGateImporterTests {
    private let file: ImportedFile

    init() throws { file = try FortiGateImporter.read(DeviceSamples.source(DeviceSamples.fortigate)) }

    @Test func namesTheDeviceAndFindsItsInterfacesAmongVirtualDomains() {
        #expect(file.hosts.map(\.name) == ["FG-UBND"])
        #expect(file.hosts.first?.interfaces.map(\.name) == ["lan", "port1", "wan1", "dmz", "vlan20"])
    }

    @Test func takesAllAddressesOfAnInterfaceAndNotVirtualOnes() {
        #expect(
            Set(file.addresses("lan")) == [
                "192.0.2.1/24", "198.51.100.1/24", "2001:db8:1::1/64", "2001:db8:1::2/64",
            ])
        #expect(file.interface("lan")?.routerAdvertisements == .sent)
    }

    @Test func sendingAdvertisementsWithoutAnAddressIsNoProof() {
        #expect(file.interface("port1")?.ipv6 == .notConfigured)
        #expect(file.interface("port1")?.routerAdvertisements != .sent)
    }

    @Test func theUnspecifiedAddressIsNone() {
        #expect(file.interface("dmz")?.ipv6 == .notConfigured)
        #expect(file.interface("dmz")?.addresses == [])
        #expect(file.interface("dmz")?.isShutDown == true)
        #expect(file.interface("dmz")?.mac?.description == "00:09:0f:00:00:01")
    }

    @Test func dynamicAndDelegatedModesAreConfiguredWithoutAnAddress() {
        #expect(file.interface("wan1")?.ipv6 == .configured)
        #expect(file.interface("wan1")?.addresses == [])
        #expect(file.interface("vlan20")?.ipv6 == .configured)
        #expect(file.interface("vlan20")?.addresses == [])
        #expect(file.interface("vlan20")?.routerAdvertisements == .sent)
    }

    @Test func aQuotedValueOverSeveralLinesIsNoConfiguration() { #expect(file.interface("port66") == nil) }

    @Test func aQuotationMarkThatNeverClosesHidesItsLineOnly() throws {
        let text = DeviceSamples.fortigate + "\nconfig system interface\nedit \"x\nset ip 10.7.7.7 255.255.255.0\n"
        #expect(try FortiGateImporter.read(DeviceSamples.source(text)).addresses("x") == ["10.7.7.7/24"])
    }
}

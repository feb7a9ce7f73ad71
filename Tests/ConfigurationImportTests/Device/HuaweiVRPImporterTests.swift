import ConfigurationImport
import NetworkTypes
import Testing
import TrafficObservation

@Suite struct HuaweiVRPImporterTests {
    private let file: ImportedFile
    private let comware: ImportedFile

    init() throws {
        file = try HuaweiVRPImporter.read(DeviceSamples.source(DeviceSamples.huawei))
        comware = try HuaweiVRPImporter.read(DeviceSamples.source(DeviceSamples.comware))
    }

    @Test func namesTheDeviceOfBothMakers() {
        #expect(file.hosts.map(\.name) == ["SW-SO-TTTT"])
        #expect(comware.hosts.map(\.name) == ["H3C-TANG2"])
    }

    @Test func takesBothFormsOfAnAddress() {
        #expect(
            file.addresses("Vlanif10") == ["192.0.2.1/24", "198.51.100.1/24", "2001:db8:1::1/64", "fe80::1"])
        #expect(file.addresses("Vlanif20") == ["2001:db8:2::1/64"])
        #expect(comware.addresses("Vlan-interface10") == ["192.0.2.3/24", "2001:db8:1::3/64"])
    }

    @Test func advertisementsAreOffByDefault() {
        #expect(file.interface("Vlanif10")?.routerAdvertisements == .sent)
        #expect(file.interface("Vlanif20")?.routerAdvertisements == .notSent)
        #expect(file.interface("Vlanif20")?.ipv6 == .configured)
    }

    @Test func bindingAVPNInstanceWipesWhatStandsBeforeIt() {
        #expect(file.interface("Vlanif30")?.addresses == [])
        #expect(file.interface("Vlanif30")?.ipv6 == .notConfigured)
        #expect(file.addresses("Vlanif40") == ["203.0.113.129/25"])
        #expect(file.interface("Vlanif40")?.ipv6 == .configured)
    }

    @Test func linkLocalOnlyIsEnabled() { #expect(file.interface("Vlanif50")?.ipv6 == .enabled) }

    @Test func anAddressByDHCPIsConfiguredWithoutAnAddress() {
        #expect(comware.interface("Vlan-interface20")?.ipv6 == .configured)
        #expect(comware.interface("Vlan-interface20")?.addresses == [])
        #expect(comware.interface("NULL0")?.ipv6 == .notConfigured)
    }

    @Test func shutdownIsReadAndItsAbsenceToo() {
        #expect(file.interface("MEth0/0/1")?.isShutDown == true)
        #expect(file.interface("Vlanif10")?.isShutDown == false)
    }

    @Test func whatABannerSaysIsNoCommand() { #expect(file.interface("Vlanif666") == nil) }

    @Test func pagerPromptsWithCursorMovementsAreNotText() throws {
        let pager = "  ---- More ----\u{1b}[42D                                          \u{1b}[42D"
        let text = "sysname A\n#\ninterface Vlanif1\n\(pager) ip address 192.0.2.1 24\n"
        #expect(try HuaweiVRPImporter.read(DeviceSamples.source(text)).addresses("Vlanif1") == ["192.0.2.1/24"])
    }

    @Test func switchedOffExplicitlyIsDisabled() throws {
        let text = "sysname A\n#\ninterface Vlanif1\n ip address 192.0.2.1 24\n undo ipv6 enable\n#\n"
        #expect(try HuaweiVRPImporter.read(DeviceSamples.source(text)).interface("Vlanif1")?.ipv6 == .disabled)
    }
}

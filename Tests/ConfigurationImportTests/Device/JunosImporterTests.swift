import ConfigurationImport
import NetworkTypes
import Testing
import TrafficObservation

@Suite struct JunosImporterTests {
    private let curly: ImportedFile
    private let set: ImportedFile

    init() throws {
        curly = try JunosImporter.read(DeviceSamples.source(DeviceSamples.junos))
        set = try JunosImporter.read(DeviceSamples.source(DeviceSamples.junosSet))
    }

    @Test func namesTheDeviceBeforeItsGroups() {
        #expect(curly.hosts.map(\.name) == ["SRX-UBND"])
        #expect(set.hosts.map(\.name) == ["SRX-SET"])
    }

    @Test func interfacesAreNamedWithTheirUnit() {
        #expect(
            curly.hosts.first?.interfaces.map(\.name) == [
                "ge-0/0/0.0", "ge-0/0/1.10", "ge-0/0/1.40", "xe-0/0/2.0", "fxp0.0",
            ])
    }

    @Test func takesAddressesOfBothForms() {
        #expect(curly.addresses("ge-0/0/0.0") == ["192.0.2.1/24"])
        #expect(curly.addresses("ge-0/0/1.10") == ["2001:db8:1::1/64"])
        #expect(set.addresses("ge-0/0/1.0") == ["2001:db8:1::1/64"])
    }

    @Test func inactiveStatementsAreNotThere() {
        #expect(curly.interface("ge-0/0/1.20") == nil)
        #expect(set.addresses("ge-0/0/2.0") == ["192.0.2.1/24"])
        #expect(set.interface("ge-0/0/2.0")?.ipv6 == .notConfigured)
    }

    @Test func disableShutsTheUnitOrAllUnits() {
        #expect(curly.interface("ge-0/0/1.40")?.isShutDown == true)
        #expect(curly.interface("xe-0/0/2.0")?.isShutDown == true)
        #expect(curly.interface("ge-0/0/0.0")?.isShutDown == false)
    }

    @Test func advertisementsOfTheManagementPortAreNoProof() {
        for file in [curly, set] {
            #expect(file.interface("fxp0.0")?.ipv6 == .notConfigured)
            #expect(file.interface("fxp0.0")?.routerAdvertisements == .notSent)
        }
        #expect(curly.interface("ge-0/0/1.10")?.routerAdvertisements == .sent)
        #expect(set.interface("ge-0/0/1.0")?.routerAdvertisements == .sent)
        #expect(set.interface("ge-0/0/2.0")?.routerAdvertisements == .notSent)
    }

    @Test func derivedAddressesAreConfiguredAndNotListed() {
        #expect(set.interface("ge-0/0/3.0")?.ipv6 == .configured)
        #expect(set.interface("ge-0/0/3.0")?.addresses == [])
        #expect(set.interface("ge-0/0/4.0")?.ipv6 == .configured)
        #expect(set.interface("irb.7")?.ipv6 == .enabled)
    }

    @Test func groupsWithWildcardsAreApplied() {
        #expect(curly.interface("ge-0/0/0.0")?.ipv6 == .enabled)
        #expect(curly.interface("xe-0/0/2.0")?.ipv6 == .notConfigured)
    }

    @Test func quotedTextIsNoConfiguration() { #expect(curly.interface("ge-9/9/9.0") == nil) }
}

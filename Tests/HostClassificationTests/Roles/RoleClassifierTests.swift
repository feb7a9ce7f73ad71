import HostCorrelation
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostClassification

@Suite struct RoleClassifierTests {
    private func because(_ profile: HostProfile, _ role: HostRole) -> [ClaimEvidence] {
        profile.roleClaims.filter { $0.value == role }.map(\.because)
    }

    @Test func withoutEvidenceAHostHasNoRole() throws {
        let profile = try Office.profile(try Office.link().set)
        #expect(profile.primaryRole == .unknown)
        #expect(profile.roleClaims.isEmpty && profile.likelyRoles.isEmpty)
    }

    @Test func aTelephoneWithABridgeInsideIsATelephone() throws {
        var builder = try Office.link()
        try builder.device(Office.card) {
            $0.isTelephone = true
            $0.isBridge = true
        }
        let profile = try Office.profile(builder.set)
        #expect(profile.primaryRole == .phone)
        #expect(because(profile, .phone) == [.lldp])
        #expect(profile.likelyRoles == [.phone])
    }

    @Test func aSwitchThatCouldRouteIsASwitch() throws {
        var builder = try Office.link()
        try builder.device(Office.card, by: .cdp) {
            $0.isRouter = true
            $0.isBridge = true
        }
        #expect(try Office.profile(builder.set).primaryRole == .switch)
        try builder.routing(.ospf, by: Office.card)
        #expect(try Office.profile(builder.set).primaryRole == .router)
    }

    @Test func anAccessPointSaysSo() throws {
        var builder = try Office.link()
        try builder.device(Office.card) {
            $0.isAccessPoint = true
            $0.isBridge = true
        }
        #expect(try Office.profile(builder.set).primaryRole == .accessPoint)
    }

    @Test func theGatewayThatDHCPNamesIsARouterAndItsResolverResolves() throws {
        var builder = try Office.link()
        try builder.dhcpServer("192.0.2.1", gateways: ["192.0.2.10"])
        let profile = try Office.profile(builder.set)
        #expect(profile.primaryRole == .router)
        #expect(because(profile, .router) == [.dhcpGateway])
    }

    @Test func aPrinterWithAPageIsAPrinter() throws {
        var builder = try Office.link()
        try builder.flow("192.0.2.20", Office.other, to: "192.0.2.10", Office.card, port: 80)
        try builder.flow("192.0.2.20", Office.other, to: "192.0.2.10", Office.card, port: 9100)
        let profile = try Office.profile(builder.set)
        #expect(profile.primaryRole == .printer)
        #expect(because(profile, .printer) == [.servicePort])
        #expect(profile.likelyRoles == [.printer, .server])
    }

    @Test func aRoleReadFromAPortIsNotCountedTwice() throws {
        var builder = try Office.link()
        try builder.flow("192.0.2.20", Office.other, to: "192.0.2.10", Office.card, port: 9100)
        let proof = try #require(builder.set.flows.first?.establishingProof)
        builder.role(.printer, of: try #require(MACAddress(Office.card)), proof)
        #expect(because(try Office.profile(builder.set), .printer) == [.servicePort])
        var announced = try Office.link()
        try announced.flow("192.0.2.20", Office.other, to: "192.0.2.10", Office.card, port: 9100)
        try announced.role(.printer, of: Office.card)
        #expect(because(try Office.profile(announced.set), .printer) == [.serviceAnnouncement, .servicePort])
    }

    @Test func dhcpRequestsTellTheSystemAndTheKind() throws {
        var builder = SetBuilder()
        builder.link()
        let proof = builder.proof(0)
        try builder.mac(Office.card) {
            $0.dhcpParameterLists = [[1, 121, 3, 6, 15, 119, 252]]
            $0.firstDHCPRequest = proof
        }
        try builder.mac(Office.other) { $0.dhcpVendorClasses = ["ArubaAP"] }
        let mobile = try Office.profile(builder.set)
        #expect(mobile.primaryRole == .mobile)
        #expect(mobile.systemClaims.map(\.value) == [.ios])
        #expect(mobile.systemClaims.first?.proof == proof)
        let point = try Office.profile(builder.set, of: Office.other)
        #expect(point.primaryRole == .accessPoint)
        #expect(point.vendorClaims.first?.value == "Aruba")
    }

    @Test func requestsOfSeveralMachinesBehindOneCardSayNothingOfIt() throws {
        var builder = SetBuilder()
        builder.link()
        let macs = try [Office.card, Office.other].map { try #require(MACAddress($0)) }
        try builder.mac(Office.card) {
            $0.dhcpParameterLists = [[1, 121, 3, 6, 15, 119, 252]]
            $0.dhcpHardwareAddresses = Set(macs)
        }
        #expect(try Office.profile(builder.set).primaryRole == .unknown)
    }

    @Test func aNameAloneIsAWeakGuess() throws {
        var builder = try Office.link()
        try builder.name("DESKTOP-4F7K2", of: Office.card, by: .dhcp)
        let profile = try Office.profile(builder.set)
        #expect(profile.primaryRole == .workstation)
        #expect(profile.likelyRoles.isEmpty)
        try builder.device(Office.card) { $0.isTelephone = true }
        #expect(try Office.profile(builder.set).primaryRole == .phone)
    }

    @Test(arguments: [
        ("npi3a4f21", HostRole.printer), ("npiworld", nil), ("sep001122334455", .phone), ("separate", nil),
    ])
    func namesWithAMACNeedIt(name: String, role: HostRole?) throws {
        var builder = try Office.link()
        try builder.name(name, of: Office.card, by: .dhcp)
        #expect(try Office.profile(builder.set).roleClaims.first?.value == role)
    }

    @Test func aPersonsWordHoldsAgainstTheTraffic() throws {
        var builder = try Office.link()
        try builder.device(Office.card) { $0.isBridge = true }
        let site = Office.site(devices: [
            ConfiguredHost(name: "fw", kind: .firewall, macs: [try #require(MACAddress(Office.card))])
        ])
        let profile = try Office.profile(builder.set, site)
        #expect(profile.primaryRole == .firewall)
        #expect(because(profile, .switch) == [.lldp])
    }

    @Test func theMakerOfTheMachineIsStrongerThanThatOfTheCard() throws {
        var builder = try Office.link()
        #expect(try Office.profile(builder.set).vendorClaims.map(\.value) == ["VMware, Inc."])
        try builder.identity(.snmpEngine, "80003a8c03", of: Office.card, at: "192.0.2.10")
        let vendors = try Office.profile(builder.set).vendorClaims
        #expect(vendors.map(\.value) == ["MikroTik", "VMware, Inc."])
        #expect(vendors.map(\.because) == [.snmpEngine, .macPrefix])
    }

    @Test func anEngineSeenFromBehindTheMachineIsNotIts() throws {
        var builder = try Office.link()
        try builder.identity(.snmpEngine, "80003a8c03", of: Office.card, at: "198.51.100.7")
        #expect(try Office.profile(builder.set).vendorClaims.map(\.value) == ["VMware, Inc."])
    }
}

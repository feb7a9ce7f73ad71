import NetworkTypes
import Testing
import TrafficObservation

@testable import HostClassification

@Suite struct AddressKindsTests {
    private func kinds(_ builder: SetBuilder) throws -> [IPv6AddressKind] {
        try Office.profile(builder.set).addressKinds
    }

    @Test(arguments: [
        ("2001:db8::250:56ff:fe9a:4010", IPv6AddressKind.eui64), ("2001:db8::10", .manual),
        ("2001:db8::192:168:1:5", .manual),
        ("fe80::1178:26cb:25ea:2818", .stable), ("2001:db8::1178:26cb:25ea:2818", .unknown),
    ])
    func readsTheIdentifier(address: String, kind: IPv6AddressKind) throws {
        var builder = try Office.link()
        try builder.bind(address, to: Office.card, by: .solicitationSource)
        #expect(try kinds(builder) == [kind])
    }

    @Test func knowsAnAddressOfDHCPv6() throws {
        var builder = try Office.link()
        try builder.bind("2001:db8::10", to: Office.card, by: .dhcpv6Reply)
        #expect(try kinds(builder) == [.dhcpv6])
    }

    @Test func takesALoneProbedAddressForStable() throws {
        var builder = try Office.link()
        try builder.bind("2001:db8::1178:26cb:25ea:2818", to: Office.card, by: .duplicateAddressDetection)
        #expect(try kinds(builder) == [.stable])
    }

    @Test func tellsTheTemporaryAddressByItsUse() throws {
        var builder = try Office.link()
        try builder.bind("2001:db8::1178:26cb:25ea:2818", to: Office.card, by: .solicitationSource)
        try builder.bind("2001:db8::e68d:62a:effc:f4ae", to: Office.card, by: .solicitationSource)
        #expect(try kinds(builder) == [.unknown, .unknown])
        try builder.flow("2001:db8::e68d:62a:effc:f4ae", Office.card, to: "2001:db8:0:1::80", Office.router)
        let profile = try Office.profile(builder.set)
        #expect(profile.addressKinds == [.stable, .temporary])
        #expect(profile.flags == [.temporaryAddresses])
    }

    @Test func tellsTheTemporaryAddressBesideTheCardsOwn() throws {
        var builder = try Office.link()
        try builder.bind("2001:db8::250:56ff:fe9a:4010", to: Office.card, by: .solicitationSource)
        try builder.bind("2001:db8::e68d:62a:effc:f4ae", to: Office.card, by: .solicitationSource)
        try builder.flow("2001:db8::e68d:62a:effc:f4ae", Office.card, to: "2001:db8:0:1::80", Office.router)
        let profile = try Office.profile(builder.set)
        #expect(profile.addressKinds == [.eui64, .temporary])
        #expect(profile.flags == [.eui64, .temporaryAddresses])
    }
}

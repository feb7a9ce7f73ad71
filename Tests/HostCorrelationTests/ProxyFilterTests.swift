import NetworkTypes
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct ProxyFilterTests {
    static let proxy = "00:0d:b9:4a:10:01"
    static let owner = "00:50:56:9a:40:10"

    private func addresses(of mac: String, _ set: ObservationSet) -> [String] {
        let host = HostCorrelator.correlate(set).hosts.first { $0.macs.map(\.description) == [mac] }
        return ((host?.ipv4 ?? []) + (host?.ipv6 ?? [])).map(\.address.description)
    }

    @Test func leavesAnAddressToTheMachineThatUsesIt() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.proxy)
        try builder.bind("192.0.2.1", to: Self.proxy, by: .arpRequest)
        try builder.bind("192.0.2.10", to: Self.proxy, by: .arpReply)
        try builder.bind("192.0.2.10", to: Self.owner, by: .arpRequest)
        #expect(addresses(of: Self.proxy, builder.set) == ["192.0.2.1"])
        #expect(addresses(of: Self.owner, builder.set) == ["192.0.2.10"])
    }

    @Test func takesFiveUnusedAnswersAway() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.proxy)
        try builder.bind("192.0.2.1", to: Self.proxy, by: .arpRequest)
        for number in 10..<15 { try builder.bind("192.0.2.\(number)", to: Self.proxy, by: .arpReply) }
        #expect(addresses(of: Self.proxy, builder.set) == ["192.0.2.1"])
        let host = try #require(HostCorrelator.correlate(builder.set).hosts.first)
        #expect(host.rejected.map(\.because) == ["proxy-answer"])
        #expect(host.rejected.first?.about.count == 5)
    }

    @Test func keepsTheAddressesOfAServerWithAliases() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.owner)
        try builder.bind("192.0.2.10", to: Self.owner, by: .arpRequest)
        for number in 11..<14 { try builder.bind("192.0.2.\(number)", to: Self.owner, by: .arpReply) }
        #expect(addresses(of: Self.owner, builder.set).count == 4)
    }

    @Test func keepsTheOnlyAddressOfAQuietMachine() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.owner)
        try builder.bind("192.0.2.10", to: Self.owner, by: .arpReply)
        try builder.bind("fe80::1", to: Self.owner, by: .advertisementTarget)
        #expect(addresses(of: Self.owner, builder.set) == ["192.0.2.10", "fe80::1"])
    }

    @Test func takesAnAnswerForAnotherSubnetFromARouter() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.proxy) { $0.sentRouterAdvertisement = true }
        try builder.bind("192.0.2.1", to: Self.proxy, by: .arpRequest)
        try builder.bind("198.51.100.7", to: Self.proxy, by: .arpReply)
        #expect(addresses(of: Self.proxy, builder.set) == ["192.0.2.1"])
    }

    @Test func keepsTheSecondSubnetOfARouterWhereOthersUseIt() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.proxy) { $0.sentRouterAdvertisement = true }
        try builder.bind("192.0.2.1", to: Self.proxy, by: .arpRequest)
        try builder.bind("198.51.100.1", to: Self.proxy, by: .arpReply)
        try builder.bind("198.51.100.9", to: Self.owner, by: .arpRequest)
        #expect(addresses(of: Self.proxy, builder.set) == ["192.0.2.1", "198.51.100.1"])
    }

    @Test func keepsTheLANAddressOfARouterBesideALinkLocalOne() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.proxy) { $0.sentRouterAdvertisement = true }
        try builder.bind("169.254.162.244", to: Self.proxy, by: .linkLocalSource)
        try builder.bind("192.168.2.1", to: Self.proxy, by: .arpReply)
        #expect(addresses(of: Self.proxy, builder.set).contains("192.168.2.1"))
    }

    @Test func keepsTheGatewayThatDHCPNames() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.proxy) { $0.sentRouterAdvertisement = true }
        try builder.bind("192.0.2.1", to: Self.proxy, by: .arpRequest)
        try builder.bind("198.51.100.1", to: Self.proxy, by: .arpReply)
        try builder.dhcpServer("192.0.2.2", gateways: ["198.51.100.1"])
        #expect(addresses(of: Self.proxy, builder.set) == ["192.0.2.1", "198.51.100.1"])
    }

    @Test func leavesBothMachinesOfAnAddressConflict() throws {
        var builder = SetBuilder()
        builder.link()
        for mac in [Self.proxy, Self.owner] {
            try builder.mac(mac)
            try builder.bind("192.0.2.10", to: mac, by: .arpReply)
            try builder.bind("192.0.2.10", to: mac, by: .arpRequest)
        }
        #expect(addresses(of: Self.proxy, builder.set) == ["192.0.2.10"])
        #expect(addresses(of: Self.owner, builder.set) == ["192.0.2.10"])
    }

    @Test func takesAnAdvertisementWithoutOverrideAway() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.proxy)
        try builder.bind("2001:db8::10", to: Self.proxy, by: .advertisementTarget, withoutOverride: true)
        try builder.bind("2001:db8::10", to: Self.owner, by: .advertisementTarget)
        #expect(addresses(of: Self.proxy, builder.set).isEmpty)
        #expect(addresses(of: Self.owner, builder.set) == ["2001:db8::10"])
    }

    @Test func keepsAnAdvertisementWithoutOverrideThatNobodyContests() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.owner)
        try builder.bind("fe80::10", to: Self.owner, by: .linkLocalSource)
        try builder.bind("2001:db8::10", to: Self.owner, by: .advertisementTarget, withoutOverride: true)
        #expect(addresses(of: Self.owner, builder.set) == ["2001:db8::10", "fe80::10"])
    }

    @Test func takesAnUncontestedAdvertisementWithoutOverrideFromARouter() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.proxy) { $0.isRouterFlagged = true }
        try builder.bind("fe80::1", to: Self.proxy, by: .linkLocalSource)
        try builder.bind("2001:db8::10", to: Self.proxy, by: .advertisementTarget, withoutOverride: true)
        #expect(addresses(of: Self.proxy, builder.set) == ["fe80::1"])
    }
}

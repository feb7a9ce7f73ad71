import NetworkTypes
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct HostCorrelatorTests {
    static let card = "00:50:56:9a:40:10"
    static let other = "00:50:56:9a:40:20"
    static let router = "00:0d:b9:4a:10:01"

    private func mac(_ text: String) throws -> MACAddress { try #require(MACAddress(text)) }

    @Test func joinsBothFamiliesOfOneCard() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.card)
        try builder.bind("192.0.2.10", to: Self.card, by: .arpRequest)
        try builder.bind("2001:db8::10", to: Self.card, by: .solicitationSource)
        let hosts = HostCorrelator.correlate(builder.set).hosts
        let host = try #require(hosts.first)
        #expect(hosts.count == 1)
        #expect(host.ipv4.map(\.address.description) == ["192.0.2.10"])
        #expect(host.ipv6.map(\.address.description) == ["2001:db8::10"])
        let merge = try #require(host.merges.first)
        #expect(merge.key == .linkLayerAddress)
        #expect(merge.confidence == 0.95)
        #expect(merge.joins == ["192.0.2.10", "2001:db8::10"])
        #expect(merge.evidence.count == 2)
    }

    @Test func keepsACardWithoutAnAddress() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.card)
        let host = try #require(HostCorrelator.correlate(builder.set).hosts.first)
        #expect(host.macs == [try mac(Self.card)])
        #expect(host.ipv4.isEmpty && host.ipv6.isEmpty && host.merges.isEmpty)
    }

    @Test func makesAHostOfAHardwareAddressThatOnlyDHCPNames() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.bind("192.0.2.10", to: Self.card, by: .dhcpAcknowledgement)
        let host = try #require(HostCorrelator.correlate(builder.set).hosts.first)
        #expect(host.macs == [try mac(Self.card)])
        #expect(host.macRows.isEmpty)
    }

    @Test func neverMakesAHostOfAGroupAddress() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac("01:00:5e:00:00:01")
        try builder.bind("192.0.2.10", to: "ff:ff:ff:ff:ff:ff", by: .arpReply)
        #expect(HostCorrelator.correlate(builder.set).hosts.isEmpty)
    }

    @Test func neverGivesRemoteSourcesToTheRouter() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.router)
        try builder.bind("192.0.2.1", to: Self.router, by: .arpRequest)
        for number in 1...6 { try builder.source("198.51.100.\(number)", from: try mac(Self.router)) }
        try builder.source("192.0.2.1", from: try mac(Self.router), bytes: 60)
        let table = HostCorrelator.correlate(builder.set)
        let host = try #require(table.hosts.first)
        #expect(host.ipv4.map(\.address.description) == ["192.0.2.1"])
        #expect(host.isRouter)
        #expect(host.ipv4Traffic.bytes == 60)
        #expect(host.rejected.map(\.because) == ["router-mac"])
        #expect(table.unmerged.count == 6)
        #expect(table.unmerged.allSatisfy { $0.behind?.description == Self.router })
    }

    @Test func takesManyTemporaryAddressesForOneMachine() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.card)
        for number in 1...8 { try builder.source("2001:db8::a:b:c:\(number)", from: try mac(Self.card)) }
        let table = HostCorrelator.correlate(builder.set)
        #expect(table.hosts.first?.isRouter == false)
        #expect(table.unmerged.count == 8)
    }

    @Test(arguments: [true, false])
    func knowsARouterByItsMessages(isAdvertising: Bool) throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.router) {
            if isAdvertising { $0.sentRouterAdvertisement = true } else { $0.isRouterFlagged = true }
        }
        #expect(HostCorrelator.correlate(builder.set).hosts.first?.isRouter == true)
    }

    @Test func knowsARouterByTheGatewayOfDHCP() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.router)
        try builder.bind("192.0.2.1", to: Self.router, by: .arpReply)
        try builder.dhcpServer("192.0.2.2", gateways: ["192.0.2.1"])
        #expect(HostCorrelator.correlate(builder.set).hosts.first?.isRouter == true)
    }

    @Test func leavesALoneUnboundSourceUnmerged() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.card)
        try builder.source("192.0.2.10", from: try mac(Self.card))
        let table = HostCorrelator.correlate(builder.set)
        #expect(table.hosts.first?.ipv4.isEmpty == true)
        #expect(table.unmerged.map(\.address.description) == ["192.0.2.10"])
    }

    @Test func hasNoHostsWithoutALinkLayer() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.source("192.0.2.10", from: .zero)
        try builder.source("192.0.2.10", from: .zero)
        let table = HostCorrelator.correlate(builder.set)
        #expect(table.hosts.isEmpty)
        let address = try #require(table.unmerged.first)
        #expect(table.unmerged.count == 1)
        #expect(address.behind == nil)
        #expect(address.traffic.packets == 2)
    }

    @Test func doesNotListASourceBehindARouterThatIsAHostOnAnotherLink() throws {
        var builder = SetBuilder()
        let clients = builder.link()
        let servers = builder.link(interface: 1)
        try builder.mac(Self.router, on: clients)
        try builder.mac(Self.card, on: servers)
        try builder.bind("192.0.2.10", to: Self.card, by: .arpRequest, on: servers)
        try builder.source("192.0.2.10", from: try mac(Self.router), on: clients)
        #expect(HostCorrelator.correlate(builder.set).unmerged.isEmpty)
    }

    @Test func namesAHostOnceForEachSource() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.card)
        try builder.name("pc-01", of: Self.card, by: .dhcp)
        try builder.name("pc-01", of: Self.card, by: .dhcp)
        try builder.name("pc-01.local", of: Self.card, by: .mdns)
        let host = try #require(HostCorrelator.correlate(builder.set).hosts.first)
        #expect(host.names.map(\.name) == ["pc-01", "pc-01.local"])
    }

    @Test func sortsHostsByIdAndRepeatsItself() throws {
        var builder = SetBuilder()
        builder.link()
        for number in 10..<40 {
            try builder.mac("00:50:56:00:00:\(number)")
            try builder.bind("192.0.2.\(number)", to: "00:50:56:00:00:\(number)", by: .arpRequest)
        }
        let ids = HostCorrelator.correlate(builder.set).hosts.map(\.id)
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == 30)
        #expect(HostCorrelator.correlate(builder.set).hosts.map(\.id) == ids)
    }
}

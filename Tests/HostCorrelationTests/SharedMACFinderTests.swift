import NetworkTypes
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct SharedMACFinderTests {
    static let repeater = "00:0d:b9:4a:10:01"
    static let client = "3c:22:fb:12:a1:01"

    @Test func keepsTheMachinesBehindARepeaterApart() throws {
        var builder = SetBuilder()
        builder.link()
        let (repeater, client) = (MACAddress(Self.repeater), MACAddress(Self.client))
        try builder.mac(Self.repeater) { $0.dhcpHardwareAddresses = Set([repeater, client].compactMap { $0 }) }
        try builder.bind("192.0.2.2", to: Self.repeater, by: .arpRequest)
        try builder.bind("192.0.2.10", to: Self.repeater, by: .arpRequest)
        try builder.bind("192.0.2.10", to: Self.client, by: .dhcpAcknowledgement)
        try builder.bind("fe80::3e22:fbff:fe12:a101", to: Self.repeater, by: .solicitationSource)
        let hosts = HostCorrelator.correlate(builder.set).hosts
        let shared = try #require(hosts.first { $0.macs.map(\.description) == [Self.repeater] })
        let behind = try #require(hosts.first { $0.macs.map(\.description) == [Self.client] })
        #expect(shared.isSharedMAC)
        #expect(shared.merges.isEmpty)
        #expect(shared.rejected.map(\.because) == ["shared-mac"])
        #expect(shared.ipv4.map(\.address.description) == ["192.0.2.2"])
        #expect(behind.ipv4.map(\.address.description) == ["192.0.2.10"])
        #expect(behind.ipv6.map(\.address.description) == ["fe80::3e22:fbff:fe12:a101"])
        #expect(!behind.isSharedMAC)
    }

    @Test func seesTwoInterfaceIdentifiersBehindOneCard() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.repeater)
        for _ in 0..<2 {
            try builder.bind("fe80::20d:b9ff:fe4a:1001", to: Self.repeater, by: .linkLocalSource)
            try builder.bind("fe80::3e22:fbff:fe12:a101", to: Self.repeater, by: .linkLocalSource)
        }
        let hosts = HostCorrelator.correlate(builder.set).hosts
        #expect(hosts.count == 2)
        #expect(hosts.contains { $0.isSharedMAC })
    }

    @Test func ignoresIdentifiersOfRandomCards() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.repeater)
        for _ in 0..<2 {
            try builder.bind("fe80::7c87:61ff:feac:650a", to: Self.repeater, by: .linkLocalSource)
            try builder.bind("fe80::20d:b9ff:fe4a:1001", to: Self.repeater, by: .linkLocalSource)
        }
        let hosts = HostCorrelator.correlate(builder.set).hosts
        #expect(hosts.map(\.isSharedMAC) == [false])
        #expect(hosts.first?.ipv6.count == 2)
    }

    @Test func takesABootLoaderAndItsSystemForOneMachine() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.client) {
            $0.dhcpClientIdentifiers = [[1, 2, 3], [0, 9, 9]]
            $0.dhcpParameterLists = [[1, 3], [1, 3, 6]]
        }
        #expect(HostCorrelator.correlate(builder.set).hosts.first?.isSharedMAC == false)
    }

    @Test func seesTwoNamesWithTwoIdentifiers() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.client) {
            $0.dhcpClientIdentifiers = [[1, 2, 3], [0, 9, 9]]
            $0.dhcpHostNames = ["one", "two"]
        }
        #expect(HostCorrelator.correlate(builder.set).hosts.first?.isSharedMAC == true)
    }

    @Test func leavesARelayAgentAlone() throws {
        var builder = SetBuilder()
        builder.link()
        let others = ["3c:22:fb:12:a1:01", "3c:22:fb:12:a1:02"].compactMap { MACAddress($0) }
        try builder.mac(Self.repeater) {
            $0.sentRouterAdvertisement = true
            $0.dhcpHardwareAddresses = Set(others)
        }
        #expect(HostCorrelator.correlate(builder.set).hosts.first?.isSharedMAC == false)
    }
}

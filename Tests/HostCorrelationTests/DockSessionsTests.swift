import NetworkTypes
import Testing
import TrafficObservation

@testable import HostCorrelation

/// One card, several machines in turn. Domain reference, pitfall 14.
@Suite struct DockSessionsTests {
    private func dock(_ names: [(name: String, seconds: [Int64])]) throws -> SetBuilder {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Card.first) {
            $0.dhcpHostNames = Set(names.map(\.name))
            $0.dhcpClientIdentifiers = [[1, 2, 3], [0, 9, 9]]
        }
        for (name, seconds) in names {
            for second in seconds { try builder.name(name, of: Card.first, by: .dhcp, at: second) }
        }
        return builder
    }

    @Test func givesEachMachineWhatItUsedInItsTime() throws {
        var builder = try dock([("pc-01", [10, 100]), ("pc-02", [200, 300])])
        try builder.bind("10.20.30.11", to: Card.first, by: .arpRequest, at: 20)
        try builder.bind("10.20.30.12", to: Card.first, by: .arpRequest, at: 210)
        try builder.bind("2001:db8:1::12", to: Card.first, by: .solicitationSource, at: 220)
        let table = HostCorrelator.correlate(builder.set)
        #expect(table.hosts.count == 2)
        #expect(try !table.isOne("10.20.30.11", "10.20.30.12"))
        #expect(try table.isOne("10.20.30.12", "2001:db8:1::12"))
        for (address, name) in [("10.20.30.11", "pc-01"), ("10.20.30.12", "pc-02")] {
            let host = try table.host(address)
            #expect(host.isSession)
            #expect(host.macs.map(\.description) == [Card.first])
            #expect(host.names.map(\.name) == [name])
        }
        #expect(Set(table.hosts.map(\.id)).count == 2)
    }

    /// What both used is nobody's alone.
    @Test func leavesAnAddressOfBothTimesToTheFirst() throws {
        var builder = try dock([("pc-01", [10, 100]), ("pc-02", [200, 300])])
        for second in [20, 250] { try builder.bind("10.20.30.11", to: Card.first, by: .arpRequest, at: Int64(second)) }
        let table = HostCorrelator.correlate(builder.set)
        #expect(try table.host("10.20.30.11").names.map(\.name) == ["pc-01"])
    }

    @Test func keepsMachinesThatUseTheCardAtOnceTogether() throws {
        let table = HostCorrelator.correlate(try dock([("pc-01", [10, 250]), ("pc-02", [200, 300])]).set)
        #expect(table.hosts.count == 1)
        #expect(table.hosts.first?.isSharedMAC == true)
        #expect(table.hosts.first?.isSession == false)
    }

    /// A name that was changed, without anything else.
    @Test func takesOneDifferenceForOneMachine() throws {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Card.first) { $0.dhcpHostNames = ["pc-01", "pc-02"] }
        try builder.name("pc-01", of: Card.first, by: .dhcp, at: 10)
        try builder.name("pc-02", of: Card.first, by: .dhcp, at: 200)
        let hosts = HostCorrelator.correlate(builder.set).hosts
        #expect(hosts.map(\.isSession) == [false])
    }
}

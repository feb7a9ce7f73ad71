import Messages
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct ListedHostsTests {
    static let router = "00:0d:b9:4a:10:01"

    private func site(_ addresses: [String]) -> Site {
        let device = ConfiguredHost(name: "web", addresses: addresses.compactMap { IPAddress($0) })
        return Site(id: "s", name: LocalizedText(vi: "s", en: "s"), devices: [device])
    }

    private func builder() throws -> SetBuilder {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(Self.router)
        let mac = try #require(MACAddress(Self.router))
        try builder.source("10.20.40.10", from: mac)
        try builder.source("198.51.100.80", from: mac)
        return builder
    }

    @Test func makesAHostOfAListedMachineBehindARouter() throws {
        let table = HostCorrelator.correlate(try builder().set, site: site(["10.20.40.10", "2001:db8:20:40::10"]))
        let host = try #require(table.hosts.first { $0.macs.isEmpty })
        #expect(host.ipv4.map(\.address.description) == ["10.20.40.10"])
        #expect(host.ipv4.first?.isTentative == false)
        #expect(host.links == ["0.0"])
        #expect(table.unmerged.map(\.address.description) == ["198.51.100.80"])
    }

    @Test(arguments: ["10.20.40.10", "198.51.100.80"])
    func makesAHostOfAMachineThatIsListedWithOneAddress(address: String) throws {
        let table = HostCorrelator.correlate(try builder().set, site: site([address]))
        #expect(table.hosts.count == 2)
        #expect(try table.host(address).macs.isEmpty)
        #expect(table.unmerged.count == 1)
    }

    @Test func leavesAMachineThatIsAlreadyAHost() throws {
        var builder = try builder()
        let servers = builder.link(interface: 1)
        try builder.bind("10.20.40.10", to: "00:50:56:9a:40:10", by: .arpRequest, on: servers)
        let table = HostCorrelator.correlate(builder.set, site: site(["10.20.40.10"]))
        #expect(table.hosts.allSatisfy { !$0.macs.isEmpty })
    }

    @Test func doesNothingWithoutASite() throws {
        let table = HostCorrelator.correlate(try builder().set)
        #expect(table.hosts.count == 1)
        #expect(table.unmerged.count == 2)
    }
}

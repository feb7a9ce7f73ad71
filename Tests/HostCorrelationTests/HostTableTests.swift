import NetworkTypes
import Testing
import TrafficObservation

@testable import HostCorrelation

@Suite struct HostTableTests {
    private func table() throws -> HostTable {
        var builder = SetBuilder()
        builder.link()
        for number in 0..<4 { try builder.card("00:50:56:9a:40:1\(number)", ["10.20.30.1\(number)"]) }
        return HostCorrelator.correlate(builder.set)
    }

    @Test func keepsTheIdsThatWereGivenEarlier() throws {
        let table = try table()
        let old = try table.host("10.20.30.12").id
        let renamed = table.identified { $0.id == old ? "h-0000000000000000" : nil }
        #expect(try renamed.host("10.20.30.12").id == "h-0000000000000000")
        #expect(renamed.hosts.first?.id == "h-0000000000000000")
        #expect(renamed.hosts.map(\.id) == renamed.hosts.map(\.id).sorted())
        #expect(renamed.hosts.count == 4)
    }

    @Test func findsTheHostOfACardUnderItsNewId() throws {
        var renamed = try table()
        for name in ["h-0000000000000000", "h-ffffffffffffffff", "h-8000000000000000"] {
            let old = try renamed.host("10.20.30.12").id
            renamed = renamed.identified { $0.id == old ? name : nil }
            for number in 0..<4 {
                let mac = try #require(MACAddress("00:50:56:9a:40:1\(number)"))
                let place = try #require(renamed.host(of: mac, on: 0))
                #expect(renamed.hosts[place].ipv4.map(\.address.description) == ["10.20.30.1\(number)"])
            }
        }
        #expect(renamed.host(of: try #require(MACAddress(Card.router)), on: 0) == nil)
    }

    @Test func neverGivesTwoHostsOneId() throws {
        let table = try table()
        #expect(Set(table.identified { _ in "h-0000000000000000" }.hosts.map(\.id)).count == 4)
        let taken = try #require(table.hosts.last?.id)
        let renamed = table.identified { $0.id == taken ? nil : taken }
        #expect(renamed.hosts.map(\.id) == table.hosts.map(\.id))
    }

    @Test func isTheSameWithoutEarlierIds() throws {
        let table = try table()
        #expect(table.identified { _ in nil }.text == table.text)
        #expect(table.identified { $0.id }.text == table.text)
    }
}

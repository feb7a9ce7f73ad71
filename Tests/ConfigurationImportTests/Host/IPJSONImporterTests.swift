import NetworkTypes
import Testing
import TrafficObservation

@testable import ConfigurationImport

@Suite struct IPJSONImporterTests {
    static let addresses = """
        [{"ifindex":1,"ifname":"lo","flags":["LOOPBACK","UP"],"link_type":"loopback","address":"00:00:00:00:00:00",
          "addr_info":[{"family":"inet","local":"127.0.0.1","prefixlen":8,"scope":"host"}]},
         {"ifindex":2,"ifname":"eth0","flags":["BROADCAST","UP"],"operstate":"UP","link_type":"ether",
          "address":"00:50:56:9a:40:10","addr_info":[
           {"family":"inet","local":"10.20.40.10","prefixlen":24,"scope":"global",
            "valid_life_time":4294967295,"preferred_life_time":4294967295},
           {"family":"inet6","local":"2001:db8:20:40::10","prefixlen":64,"scope":"global","valid_life_time":4294967295},
           {"family":"inet6","local":"2001:db8:20:40:1:2:3:4","prefixlen":64,"temporary":true,"dynamic":true,
            "valid_life_time":86400},
           {"family":"inet6","local":"2001:db8:20:40:250:56ff:fe9a:4010","prefixlen":64,"dynamic":true,
            "mngtmpaddr":true,"valid_life_time":86400},
           {"family":"inet6","local":"2001:db8:20:40::99","prefixlen":128,"dynamic":true,"valid_life_time":3600},
           {"family":"inet6","local":"2001:db8:20:40::66","prefixlen":64,"dadfailed":true},
           {"family":"inet6","local":"fe80::250:56ff:fe9a:4010","prefixlen":64,"scope":"link"}]},
         {"ifindex":3,"ifname":"eth1","flags":["BROADCAST"],"operstate":"DOWN","link_type":"ether",
          "address":"00:50:56:9a:40:11","addr_info":[]},{}]
        """
    static let neighbours = """
        [{"dst":"10.20.30.50","dev":"br0","lladdr":"3c:d9:2b:50:50:50","state":["REACHABLE"]},
         {"dst":"2001:db8:20:30::50","dev":"br0","lladdr":"3c:d9:2b:50:50:50","state":["STALE"]},
         {"dst":"10.20.30.51","dev":"br0","state":["FAILED"]},
         {"dst":"10.20.30.52","dev":"br1","lladdr":"3c:d9:2b:50:50:50","state":["STALE"]}]
        """

    private func source(_ text: String) -> ImportSource {
        ImportSource(path: "ip.json", bytes: Array(text.utf8), digest: "00")
    }

    @Test func addressesHaveTheirOriginAndLine() throws {
        let host = try #require(try IPJSONImporter.read(source(Self.addresses)).hosts.first)
        #expect(host.interfaces.map(\.name) == ["eth0", "eth1"])
        let card = host.interfaces[0]
        #expect(card.ipv6 == .configured && card.isShutDown == false)
        #expect(card.addresses.map(\.origin) == [.manual, .manual, .temporary, .slaac, .dhcp, .linkLocal])
        #expect(card.addresses.map(\.line) == [5, 7, 8, 10, 12, 14])
        #expect(card.addresses.first?.prefixLength == 24)
    }

    @Test func anInterfaceThatIsDownIsShutDown() throws {
        let host = try #require(try IPJSONImporter.read(source(Self.addresses)).hosts.first)
        #expect(host.interfaces[1].isShutDown == true && host.interfaces[1].ipv6 == .unknown)
    }

    @Test func anAddressThatAnotherMachineHasIsNone() throws {
        let host = try #require(try IPJSONImporter.read(source(Self.addresses)).hosts.first)
        #expect(!host.interfaces[0].addresses.contains { "\($0.address)" == "2001:db8:20:40::66" })
    }

    @Test func neighboursAreOneHostForEachCard() throws {
        let file = try IPJSONImporter.read(source(Self.neighbours))
        #expect(file.kind == .neighbours && file.hosts.count == 1)
        #expect(file.hosts[0].interfaces.map(\.name) == ["br0", "br1"])
        #expect(file.hosts[0].interfaces[0].addresses.count == 2)
    }

    @Test func routesNameNoHost() throws {
        let text = #"[{"dst":"default","gateway":"10.20.40.1","dev":"eth0","protocol":"dhcp","flags":[]}]"#
        #expect(try IPJSONImporter.read(source(text)).hosts.isEmpty)
    }

    @Test func itsTextsAreRecognisedAndOthersAreNot() {
        func likeness(_ text: String) -> Int {
            let source = source(text)
            return IPJSONImporter.likeness(source, lines: ((try? source.lines()) ?? [])[...])
        }
        #expect(likeness(Self.addresses) >= 80 && likeness(Self.neighbours) >= 80)
        #expect(likeness("hostname r1\n") == 0 && likeness("{\"a\": 1}") == 0 && likeness("[1, 2]") == 0)
        #expect(throws: ImportFailure.self) { try IPJSONImporter.read(source("[{\"a\": 1}]")) }
        #expect(throws: ImportFailure.self) { try IPJSONImporter.read(source("[{")) }
    }

    @Test func shorterTextsNeverTrap() {
        let bytes = Array(Self.addresses.utf8)
        for length in stride(from: 0, to: bytes.count, by: 7) {
            _ = try? IPJSONImporter.read(ImportSource(path: "x", bytes: Array(bytes[..<length]), digest: ""))
        }
    }
}

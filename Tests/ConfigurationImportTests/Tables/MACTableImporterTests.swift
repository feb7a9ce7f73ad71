import ConfigurationImport
import NetworkTypes
import Testing
import TrafficObservation

@Suite struct MACTableImporterTests {
    private func ports(_ text: String) throws -> [String] {
        try MACTableImporter.read(DeviceSamples.source(text)).switchPorts.map {
            "\($0.mac) \($0.vlan.map(String.init) ?? "-") \($0.port)"
        }
    }

    @Test func ciscoWithoutTheSwitchsOwnEntries() throws {
        let file = try MACTableImporter.read(DeviceSamples.source(TableSamples.ciscoMAC))
        #expect(
            file.switchPorts.map(\.mac.description) == ["00:11:22:33:44:55", "00:11:22:33:44:66"])
        #expect(file.switchPorts.first?.device == "SW1")
        #expect(file.switchPorts.first?.vlan == 10)
        #expect(file.switchPorts.first?.port == "Gi0/1")
        #expect(file.hosts.count == 2)
        #expect(file.hosts.allSatisfy { $0.name == nil && $0.interfaces.allSatisfy { $0.addresses.isEmpty } })
    }

    @Test func portSecurityMakesStaticEntriesOfMachines() throws {
        #expect(try ports(TableSamples.ciscoMAC).contains("00:11:22:33:44:66 20 Gi0/2"))
    }

    @Test func nexus() throws { #expect(try ports(TableSamples.nexusMAC) == ["00:11:22:33:44:55 10 Eth1/1"]) }

    @Test func huaweiWithoutStaticEntries() throws {
        #expect(try ports(TableSamples.huaweiMAC) == ["00:11:22:33:44:55 10 GE0/0/1"])
        #expect(try ports(TableSamples.huaweiOldMAC) == ["00:11:22:33:44:55 10 GE0/0/1"])
    }

    @Test func comware() throws { #expect(try ports(TableSamples.comwareMAC) == ["00:11:22:33:44:55 10 GE1/0/1"]) }

    @Test func mikroTikNumbersAreNoVLANs() throws {
        #expect(try ports(TableSamples.mikrotikMAC) == ["00:11:22:33:44:55 10 ether2"])
    }

    @Test func mikroTikTerse() throws {
        let text =
            " 0 D mac-address=00:11:22:33:44:55 vid=10 on-interface=ether2 bridge=bridge\n"
            + " 1 DL mac-address=00:11:22:33:00:01 on-interface=bridge bridge=bridge\n"
        #expect(try ports(text) == ["00:11:22:33:44:55 10 ether2"])
    }

    @Test func juniper() throws { #expect(try ports(TableSamples.junosMAC) == ["00:11:22:33:44:55 10 ge-0/0/1.0"]) }

    @Test func fortiSwitch() throws {
        #expect(try ports(TableSamples.fortiSwitchMAC) == ["00:11:22:33:44:55 10 port5"])
    }
}

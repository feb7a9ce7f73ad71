import ConfigurationImport
import NetworkTypes
import Testing
import TrafficObservation

@Suite struct NeighboursImporterTests {
    /// `MAC interface: addresses` of every machine.
    private func machines(_ text: String) throws -> [String] {
        try NeighboursImporter.read(DeviceSamples.source(text)).hosts.filter { $0.name == nil }.flatMap { host in
            host.interfaces.map {
                "\($0.mac?.description ?? "-") \($0.name): \($0.texts.joined(separator: " "))"
            }
        }
    }

    @Test func ciscoTablesOfBothFamiliesGiveOneMachine() throws {
        #expect(
            try machines(TableSamples.ciscoARP) == [
                "00:11:22:33:44:55 Vlan10: 192.0.2.20 2001:db8:1::20 fe80::211:22ff:fe33:4455"
            ])
    }

    @Test func theRoutersOwnEntryBelongsToTheRouterThatThePromptNames() throws {
        let file = try NeighboursImporter.read(DeviceSamples.source(TableSamples.ciscoARP))
        #expect(file.hosts.compactMap(\.name) == ["R1"])
        #expect(file.hosts.first?.interfaces.first?.texts == ["192.0.2.1"])
    }

    @Test func theRoutersOwnEntryIsLeftOutWhereNobodyKnowsTheRouter() throws {
        let text = TableSamples.ciscoARP.replacing("R1#", with: "")
        let file = try NeighboursImporter.read(DeviceSamples.source(text))
        #expect(file.hosts.count == 1)
        #expect(file.hosts.first?.name == nil)
    }

    @Test func longAddressesStandOnALineOfTheirOwn() throws {
        #expect(
            try machines(TableSamples.nexus) == [
                "00:11:22:33:44:55 Vlan10: 192.0.2.20 2001:db8:1:2222:3333:4444:5555:20"
            ])
    }

    @Test func mikroTikColumnsWithoutCommentsGroupsAndIncompleteEntries() throws {
        #expect(
            try machines(TableSamples.mikrotikColumns) == ["aa:11:22:33:44:55 bridge: 192.0.2.20 2001:db8:1::20"])
    }

    @Test func mikroTikDetailsOverSeveralLines() throws {
        #expect(
            try machines(TableSamples.mikrotikDetail) == [
                "aa:11:22:33:44:55 bridge: 192.0.2.20", "aa:11:22:33:44:55 VLAN 20: fe80::a811:22ff:fe33:4455",
            ])
    }

    @Test func huaweiRowsAndBlocks() throws {
        let found = try machines(TableSamples.huawei)
        #expect(found.allSatisfy { $0.hasPrefix("00:e0:fc:12:34:56 GE0/0/1: ") })
        #expect(found.joined().contains("192.0.2.20") && found.joined().contains("2001:db8:1::20"))
    }

    @Test func comwareRows() throws {
        #expect(try machines(TableSamples.comware) == ["00:e0:fc:12:34:56 GE1/0/1: 192.0.2.20 2001:db8:1::20"])
    }

    @Test func fortiGateTables() throws {
        #expect(try machines(TableSamples.fortigate) == ["00:09:0f:12:34:56 lan: 192.0.2.20 2001:db8:1::20"])
    }

    @Test func juniperRowsWithNamesAndPorts() throws {
        #expect(
            try machines(TableSamples.juniper) == [
                "00:10:db:ff:10:01 irb.10: 192.0.2.20 2001:db8:1::20", "00:10:db:ff:10:02 ge-0/0/2.0: 192.0.2.21",
            ])
    }

    @Test func linuxTextWithoutFailedAndProxiedEntries() throws {
        #expect(try machines(TableSamples.linux) == ["00:11:22:33:44:55 eth0: 192.0.2.20 2001:db8:1::20"])
    }

    @Test func walksOfBothTablesNumericAndNamed() throws {
        #expect(
            try machines(TableSamples.snmp) == [
                "00:11:22:33:44:55 Vlan10: 192.0.2.20 2001:db8:1::20 fe80::211:22ff:fe33:4455",
                "00:11:22:33:44:66 Vlan10: 2001:db8:1::21", "00:11:22:33:44:77 8: 198.51.100.9",
            ])
    }

    @Test func severalTablesInOneFileAreOneList() throws {
        let text = TableSamples.ciscoARP + "\n" + TableSamples.fortigate + "\n" + TableSamples.juniper
        #expect(try machines(text).count == 4)
    }

    @Test func aFirewallNamesTheInterfaceBeforeTheAddress() throws {
        #expect(
            try machines("ASA# show arp\n\tinside 192.0.2.5 0011.2233.4455 123\n") == [
                "00:11:22:33:44:55 inside: 192.0.2.5"
            ])
    }

    @Test func addressesCarryTheirLinesAndNoLength() throws {
        let file = try NeighboursImporter.read(DeviceSamples.source(TableSamples.linux))
        let addresses = file.hosts.first?.interfaces.first?.addresses ?? []
        #expect(addresses.map(\.line) == [1, 2])
        #expect(addresses.allSatisfy { $0.prefixLength == nil })
    }
}

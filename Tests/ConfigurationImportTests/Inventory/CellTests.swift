import Messages
import NetworkTypes
import SiteModel
import Testing

@testable import ConfigurationImport

@Suite struct AddressCellTests {
    private func texts(_ cell: String) -> [String] {
        AddressCell(cell).entries.map { entry in
            "\(entry.address)" + (entry.prefixLength.map { "/\($0)" } ?? "")
        }
    }

    @Test(arguments: [
        "10.0.0.5 10.0.0.6", "10.0.0.5\n10.0.0.6", "10.0.0.5,10.0.0.6", "10.0.0.5; 10.0.0.6", "10.0.0.5/10.0.0.6",
        "10.0.0.5 / 10.0.0.6", "10.0.0.5\r\n10.0.0.6", "IPv4: 10.0.0.5 - 10.0.0.6", "10.0.0.5 10.0.0.6 10.0.0.5",
    ])
    func readsSeveralAddresses(cell: String) {
        #expect(texts(cell) == ["10.0.0.5", "10.0.0.6"])
        #expect(AddressCell(cell).problems.isEmpty)
    }

    @Test func aNumberBehindASlashIsALengthAndAnAddressIsAnother() {
        #expect(texts("10.0.0.5/24") == ["10.0.0.5/24"])
        #expect(texts("10.0.0.5/24/10.0.1.6/25") == ["10.0.0.5/24", "10.0.1.6/25"])
        #expect(texts("10.0.0.5/10.0.0.6/24") == ["10.0.0.5", "10.0.0.6/24"])
        #expect(texts("10.0.0.5/255.255.255.0") == ["10.0.0.5/24"])
        #expect(texts("2001:db8::5/64/10.0.0.5") == ["2001:db8::5/64", "10.0.0.5"])
        #expect(texts("10.0.0.4/31") == ["10.0.0.4/31"])
    }

    @Test func acceptsBracketsAndZones() {
        #expect(texts("[2001:db8::1] fe80::1%eth0 fe80::2%12") == ["2001:db8::1", "fe80::1", "fe80::2"])
    }

    @Test(arguments: ["", "-", "DHCP", "Cấp động", "không có", "N/A", "chưa có", "Tự động"])
    func wordsForNoAddressAreNoProblem(cell: String) {
        #expect(texts(cell).isEmpty)
        #expect(AddressCell(cell).problems.isEmpty)
    }

    @Test(arguments: [
        "10.0.0.256", "10.0.0", "10.0.0.0/24", "224.0.0.1", "0.0.0.0", "127.0.0.1", "ff02::1", "10.0.0.1-10.0.0.9",
        "10.0.0.5-9", "10.0.0.5/33", "010.0.0.5", "2001:db8::/64", "máy 5", "1921681101", "::1", "255.255.255.255",
    ])
    func whatIsNoAddressOfAMachineIsAProblem(cell: String) {
        #expect(!AddressCell(cell).problems.isEmpty)
    }

    @Test func anAddressThatASpreadsheetTookForANumberIsRecoveredWhereItIsCertain() {
        #expect(texts("192168110120") == ["192.168.110.120"])
        #expect(texts("10100200150") == ["10.100.200.150"])
        #expect(AddressCell("192168999120").entries.isEmpty)
    }

    @Test func anAddressOfTheOtherFamilyIsAProblem() {
        #expect(AddressCell("10.0.0.1", family: .ipv6).problems.count == 1)
        #expect(AddressCell("2001:db8::1", family: .ipv4).problems.count == 1)
    }
}

@Suite struct MACCellTests {
    @Test(arguments: [
        "00:50:56:9a:40:10", "00-50-56-9A-40-10", "0050.569a.4010", "0050-569a-4010", "0050569A4010", "005056-9a4010",
        "00 50 56 9a 40 10", "0:50:56:9a:40:10",
    ])
    func readsEveryNotation(cell: String) {
        #expect(MACCell(cell).macs.map(\.description) == ["00:50:56:9a:40:10"])
    }

    @Test func readsSeveral() {
        #expect(MACCell("00:50:56:9a:40:10 / 00:50:56:9a:40:11\n0050569a4012").macs.count == 3)
    }

    @Test(arguments: [
        "00:50:56:9a:40", "zz:50:56:9a:40:10", "00:50-56:9a:40:10", "01:00:5e:00:00:01", "ff:ff:ff:ff:ff:ff",
        "00:00:00:00:00:00", "0050569a40101", "50569404010", "00:50:56:9a:40:10:11",
    ])
    func whatIsNoCardIsAProblem(cell: String) {
        #expect(MACCell(cell).macs.isEmpty)
        #expect(!MACCell(cell).problems.isEmpty)
    }
}

@Suite struct PortCellTests {
    @Test func readsPortsInEveryOrder() {
        #expect(PortCell("tcp/443, 53/udp; 80").ports.map(\.description) == ["tcp/443", "udp/53", "tcp/80"])
        #expect(PortCell("UDP: 53 161").ports.map(\.description) == ["udp/53", "udp/161"])
        #expect(PortCell("0 65536 80-90 x/1 tcp/").problems.count == 5)
    }
}

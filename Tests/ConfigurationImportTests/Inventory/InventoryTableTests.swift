import Messages
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import ConfigurationImport

@Suite struct InventoryTableTests {
    @Test(arguments: [
        "Địa chỉ IP", "ĐỊA CHỈ IP", "dia chi ip", "Dia Chi IP", "Địa chỉ IP (nếu có)", "IP", "ip_address",
        "addresses", "Địa chỉ\u{a0}IP", "Đi\u{323}a chi\u{309} IP",
    ])
    func knowsAHeaderInEverySpelling(header: String) throws {
        #expect(try SheetSamples.rows("Tên máy,\(header)\nweb,10.0.0.1\n")[0].host.addresses.count == 1)
    }

    @Test func theHeadersOfOfficesAreKnown() {
        for header in [
            "STT", "tên thiết bị", "tên máy", "địa chỉ IP", "địa chỉ IPv4", "địa chỉ IPv6", "địa chỉ MAC", "đơn vị",
            "phòng ban", "vị trí", "loại", "hãng", "model", "hệ điều hành", "số sê-ri", "cổng dịch vụ", "ghi chú",
            "hệ thống",
        ] {
            #expect(InventoryColumn.named(header) != nil, "\(header)")
        }
        for column in InventoryColumn.ofSystems { #expect(InventoryColumn.named(column.rawValue) == column) }
        #expect(InventoryColumn.ofSystems.count == 31)
    }

    @Test func aMisspeltColumnIsAnErrorWithASuggestion() {
        #expect(
            SheetSamples.problems("Tên máy,Địa chi IPP\nweb,10.0.0.1\n") == [
                "1:9 Unknown column 'Địa chi IPP'; did you mean 'Địa chỉ IP'?. Rename it or remove it."
            ])
    }

    @Test func anUnknownColumnWithNothingInItIsNoError() throws {
        #expect(try SheetSamples.rows("Tên máy,Lạ,IP\nweb,,10.0.0.1\n").count == 1)
    }

    @Test func aColumnThatIsThereTwiceIsAnError() {
        #expect(
            SheetSamples.problems("Name,IP,IP\nweb,10.0.0.1,\n") == ["1:9 The column 'IP' is there twice."])
    }

    @Test func titlesAboveTheHeaderAreSkipped() throws {
        let rows = try SheetSamples.rows("UBND XÃ,,\n,,\nDANH SÁCH,,\nSTT,Tên máy,IP\n(1),(2),(3)\n1,web,10.0.0.1\n")
        #expect(rows.map(\.host.name) == ["web"])
        #expect(rows.map(\.host.line) == [6])
    }

    @Test func aListWithoutAHeaderIsRefused() {
        #expect(
            SheetSamples.problems("10.0.0.1,web\n10.0.0.2,db\n") == [
                "1:0 No header row was found. It needs a name or an address, such as 'Device name' or 'IP address'."
            ])
    }

    @Test func allProblemsAreGivenAtOnceAndNothingIsTaken() {
        #expect(
            SheetSamples.problems(
                "Tên máy;IP;MAC;Đơn vị\na;10.0.0.999;;\nb;10.0.0.1, 10.0.0.x;zz;UBND xa Hai Hau\nc;;;UBND xã Hải Hâụu\n;;;UBND xã Hải Hậu\n",
                agencies: SheetSamples.agencies) == [
                    "2:3 '10.0.0.999' is not an IP address.",
                    "3:13 '10.0.0.x' is not an IP address.",
                    "3:22 'zz' is not a MAC address such as 00:50:56:9a:40:10.",
                    "4:5 The site has no agency 'UBND xã Hải Hâụu'; did you mean 'UBND xã Hải Hậu'?.",
                    "5:0 The row has no name, no address and no MAC.",
                ])
    }

    @Test func problemsBeyondTheLimitAreCounted() {
        let text = "Name,IP\n" + String(repeating: "a,1.2.3\n", count: ImportLimits.problems + 5)
        let problems = SheetSamples.problems(text)
        #expect(problems.count == ImportLimits.problems)
        #expect(problems.last == "0:0 There are 6 more errors.")
    }

    @Test func unitsStayTextWhereNoAgenciesAreGiven() throws {
        let row = try #require(try SheetSamples.rows("Name,Đơn vị\na,Phòng X\n").first)
        #expect(row.unit == "Phòng X")
        #expect(row.host.owner == nil)
    }

    @Test func unitsAreKnownByIdAndByNameWithoutDiacritics() throws {
        let rows = try SheetSamples.rows(
            "Name,Đơn vị\na,xa-hai-hau\nb,ubnd xa hai hau\nc,Hải Hậu district\n", agencies: SheetSamples.agencies)
        #expect(rows.map(\.host.owner) == ["xa-hai-hau", "xa-hai-hau", "huyen-hai-hau"])
    }

    @Test func aListWithoutNamesTakesTheAddress() throws {
        let source = SheetSamples.source("IP,MAC\n10.0.0.1,\n,00:11:22:33:44:55\n")
        let table = try InventoryTable.read(source)
        #expect(table.rows.map(\.host.name) == ["10.0.0.1", "00:11:22:33:44:55"])
        let file = try InventoryImporter.read(source)
        #expect(file.hosts.map(\.name) == [nil, nil])
    }

    @Test func importGivesHostsAddressesAndServices() throws {
        let file = try InventoryImporter.read(
            SheetSamples.source(
                "STT,Tên thiết bị,IP,MAC,Cổng\n1,web,10.0.0.5/24 2001:db8::5,00-11-22-33-44-55,443/tcp 53\n"))
        #expect(file.kind == .inventory)
        #expect(file.hosts.count == 1)
        let interface = try #require(file.hosts[0].interfaces.first)
        #expect(interface.mac?.description == "00:11:22:33:44:55")
        #expect(interface.addresses.map(\.prefixLength) == [24, nil])
        #expect(interface.ipv6 == .configured)
        #expect(interface.line == 2)
        #expect(file.services.map(\.port) == [443, 53])
        #expect(file.services.map(\.families) == [[.ipv4, .ipv6], [.ipv4, .ipv6]])
        #expect(file.services.map(\.host) == ["web", "web"])
    }

    @Test func headingsTotalsAndSignaturesAreNoDevices() throws {
        let rows = try SheetSamples.rows(
            """
            STT,Tên máy,IP,Đơn vị
            I,UBND huyện Hải Hậu,,
            1,a,10.0.0.1,
            II,UBND xã Hải Hậu,,
            2,b,10.0.0.2,
            Tổng cộng: 2,,,

            ,,"Hải Hậu, ngày 24 tháng 11 năm 2026",
            ,Người lập biểu,,Chủ tịch
            """, agencies: SheetSamples.agencies)
        #expect(rows.map(\.host.name) == ["a", "b"])
        #expect(rows.map(\.host.owner) == ["huyen-hai-hau", "xa-hai-hau"])
    }

    @Test func devicesBelowAnEmptyRowAreNotTakenForSignatures() throws {
        let plain = try SheetSamples.rows("Tên máy,IP\na,10.0.0.1\n\nb,\n\nc,10.0.0.3\n\nd,\n")
        #expect(plain.map(\.host.name) == ["a", "b", "c", "d"])
        let numbered = try SheetSamples.rows("STT,Tên máy,IP\n1,a,10.0.0.1\n\n2,b,\n\n,c,10.0.0.3\n\n,Người lập,\n")
        #expect(numbered.map(\.host.name) == ["a", "b", "c"])
    }

    @Test func aGateIsNoTotal() throws {
        let rows = try SheetSamples.rows("Tên thiết bị,IP\nCổng chính,\nTổng đài,\nCổng,10.0.0.1\nCộng,\nTổng số: 3,\n")
        #expect(rows.map(\.host.name) == ["Cổng chính", "Tổng đài", "Cổng"])
    }

    @Test(arguments: [
        ("Máy in HP LaserJet", ConfiguredHost.Kind.printer), ("MAY CHU", .server), ("Máy tính để bàn", .workstation),
        ("bộ chuyển mạch", .switch), ("Tường lửa", .firewall), ("Bộ định tuyến", .router), ("camera", .camera),
        ("Điện thoại IP", .phone), ("điểm truy cập", .accessPoint), ("máy trạm", .workstation),
        ("Laptop Dell", .workstation),
        ("access-point", .accessPoint), ("UPS", .other), ("tslcd-terminal", .tslcdTerminal),
        ("Switch Cisco 2960", .switch),
    ])
    func knowsTheKindsOfDevices(text: String, kind: ConfiguredHost.Kind) throws {
        #expect(try SheetSamples.rows("Name,Loại\na,\(text)\n")[0].host.kind == kind)
    }

    @Test func aMisspeltKindIsAnError() {
        #expect(
            SheetSamples.problems("Name,Loại\na,Máy inn\n") == [
                "2:3 'Máy inn' is not a kind of device; did you mean 'máy in'?."
            ])
    }

    @Test func readsTheColumnsOfSystems() throws {
        let header = InventoryColumn.ofSystems.map(\.rawValue).joined(separator: ",")
        let rows = try SheetSamples.rows(
            header + "\none-stop,Hệ thống một cửa,One-stop system,one-stop,xa-hai-hau,,3,lgsp dns,web,server,yes,"
                + "may-chu,mot-cua.haihau.example,10.20.40.10 2001:db8:20:40::10,00:50:56:9a:40:10,tcp/80 tcp/443,yes,"
                + ",Linux,2027-01-31,ready,,,,,,,,plan,no,\n", agencies: SheetSamples.agencies)
        let row = try #require(rows.first)
        #expect(row.host.id == "system/one-stop/web")
        #expect(row.system?.category == .oneStop)
        #expect(row.system?.dependsOn == ["lgsp", "dns"])
        #expect(row.host.mandatory && row.host.probe == true && row.host.readiness == .ready)
        #expect(row.host.names == ["mot-cua.haihau.example"])
    }

    @Test func tellsAListOfDevicesFromOtherFiles() throws {
        func likeness(_ text: String) -> Int {
            let source = SheetSamples.source(text)
            return InventoryImporter.likeness(source, lines: (try? source.lines())?[...] ?? [])
        }
        #expect(likeness("STT;Tên thiết bị;Địa chỉ IP;Địa chỉ MAC\n1;a;10.0.0.1;\n") >= 80)
        #expect(likeness("UBND XÃ\n\nSTT,Tên máy,IP\n") >= 80)
        #expect(
            likeness("address,hwaddr,client_id,valid_lifetime,expire,subnet_id,fqdn_fwd,fqdn_rev,hostname,state\n") == 0
        )
        #expect(
            likeness(
                "address,status,vrf,tenant,role,device,virtual_machine,interface,is_primary,dns_name,description\n")
                < 50)
        #expect(likeness("interface GigabitEthernet0/1\n ip address 10.0.0.1 255.255.255.0\n") == 0)
        #expect(likeness("1732406400 00:11:22:33:44:55 10.0.0.1 web *\n") == 0)
        #expect(InventoryImporter.likeness(try SheetSamples.source(named: "office.xlsx"), lines: []) >= 80)
    }
}

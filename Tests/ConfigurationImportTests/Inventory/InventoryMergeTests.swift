import Messages
import NetworkTypes
import SiteModel
import Testing

@testable import ConfigurationImport

@Suite struct InventoryMergeTests {
    static let systems = """
        system,name_vi,name_en,category,owner,operator,level,depends_on,component,kind,mandatory,segment,names,addresses,macs,ports,probe,model,os,support_end,readiness,features,serial,location,purpose,responsible,valid_from,valid_to,source,verified,note
        one-stop,Hệ thống một cửa,One-stop,one-stop,xa-hai-hau,,3,,web,server,yes,may-chu,,10.20.40.10,00:50:56:9a:40:10,,yes,,,,,,,,,,,,plan,no,
        ,,,,xa-hai-hau,,,,may-in-1,printer,,lan,,10.20.30.50,3c:d9:2b:50:50:50,,no,HP LaserJet,,,replace,,,"Tầng 1, trái",,Văn phòng,,,,,
        ,,,,xa-hai-hau,,,,camera-1,camera,,lan,,,,,,,,,,,,,,,,,,,

        """

    /// What the site has, read from its own file.
    static func site(_ bytes: [UInt8]) throws -> (systems: [InformationSystem], devices: [ConfiguredHost]) {
        let rows = try InventoryTable.read(SheetSamples.source(bytes)).rows.filter { !$0.isSystemOnly }.map { row in
            var host = row.host
            host.owner = host.system == nil ? row.unit : nil
            return host
        }
        let ids = Set(rows.compactMap(\.system)).sorted()
        let systems = ids.map { id in
            InformationSystem(
                id: id, name: LocalizedText(vi: id == "one-stop" ? "Hệ thống một cửa" : id, en: id),
                components: rows.filter { $0.system == id })
        }
        return (systems, rows.filter { $0.system == nil })
    }

    static func change(_ list: String, into bytes: [UInt8] = Array(systems.utf8)) throws -> InventoryChange {
        let site = try site(bytes)
        return try InventoryTable.read(SheetSamples.source(list), agencies: SheetSamples.agencies)
            .merged(into: site.systems, site.devices)
    }

    @Test func aDeviceIsKnownByItsCardThenItsAddressThenItsName() throws {
        let change = try Self.change(
            """
            Tên máy,IP,MAC,Vị trí,Số serial
            May in 1,10.20.30.50 2001:db8:30::50,3CD92B505050,,SN1
            web,10.20.40.10,,,SN2
            Camera 1,10.20.50.7,,Cổng,
            mới,10.20.50.8,,,
            """)
        #expect(change.conflicts.isEmpty)
        #expect(change.added.map(\.host.name) == ["mới"])
        #expect(change.changed.map(\.after.id) == ["system/one-stop/web", "device/may-in-1", "device/camera-1"])
        #expect(change.changed.map(\.line) == [3, 2, 4])
        let printer = change.changed[1]
        #expect(printer.after.addresses.map(\.description) == ["10.20.30.50", "2001:db8:30::50"])
        #expect(printer.after.serial == "SN1")
        #expect(printer.after.location == "Tầng 1, trái")
    }

    @Test func aFilledCellIsNeverOverwritten() throws {
        let change = try Self.change(
            "Tên máy,IP,MAC,Model,Loại\nmay-in-1,10.20.30.51,3CD92B505050,HP LaserJet,camera\ncamera-1,,,Hik,\n")
        #expect(
            change.conflicts == [
                InventoryChange.Conflict(
                    line: 2, existing: "device/may-in-1", existingLine: 3, column: "addresses",
                    existingValue: "10.20.30.50", newValue: "10.20.30.51"),
                InventoryChange.Conflict(
                    line: 2, existing: "device/may-in-1", existingLine: 3, column: "kind", existingValue: "printer",
                    newValue: "camera"),
            ])
        #expect(change.changed.map(\.after.name) == ["camera-1"])
    }

    @Test func cardAndAddressOfTwoDifferentDevicesContradictEachOther() throws {
        let change = try Self.change("Tên máy,IP,MAC\n,,\"3CD92B505050, 0050569A4010\"\n")
        #expect(change.conflicts.map(\.column) == ["component"])
        #expect(change.changed.isEmpty && change.added.isEmpty)
    }

    @Test func rowsWithOneCardInTheListAreOneDevice() throws {
        let change = try Self.change("Tên máy,IP,MAC\npc,10.0.0.1,001122334455\npc,2001:db8::1 10.0.0.1,001122334455\n")
        #expect(change.added.count == 1)
        #expect(change.added[0].host.addresses.count == 2)
    }

    @Test func devicesOfOneNameGetNamesOfTheirOwn() throws {
        let list = "Tên thiết bị,IP\nMáy tính,10.0.0.1\nMáy tính,10.0.0.2\nMáy tính,10.0.0.3\n"
        let change = try Self.change(list)
        #expect(change.added.map(\.host.name) == ["Máy tính", "Máy tính (10.0.0.2)", "Máy tính (10.0.0.3)"])
        let bytes = try SystemsFile(Array(Self.systems.utf8)).applying(change, path: "systems.csv")
        let again = try Self.change(list, into: bytes)
        #expect(again.added.isEmpty && again.changed.isEmpty && again.conflicts.isEmpty)
        #expect(again.unchanged.count == 3)
    }

    @Test func importingTwiceChangesNothing() throws {
        let list = try SheetSamples.source(named: "office.xlsx")
        let table = try InventoryTable.read(list, agencies: SheetSamples.agencies)
        let before = Array(Self.systems.utf8)
        var site = try Self.site(before)
        let change = table.merged(into: site.systems, site.devices)
        #expect(change.conflicts.map(\.column) == ["component", "location", "component"])
        #expect(change.added.map(\.host.name) == ["Camera cổng"])
        let after = try SystemsFile(before).applying(change, path: "systems.csv")
        site = try Self.site(after)
        let again = table.merged(into: site.systems, site.devices)
        #expect(again.added.isEmpty && again.changed.isEmpty)
        #expect(try SystemsFile(after).applying(again, path: "systems.csv") == after)
    }

    @Test func aNewSystemsFileHasAllColumnsInOrder() throws {
        let table = try InventoryTable.read(SheetSamples.source(named: "merged.xlsx"), agencies: SheetSamples.agencies)
        let bytes = try SystemsFile([]).applying(table.merged(into: [], []), path: "systems.csv")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            text.split(separator: "\n").first.map { $0 + "\n" }
                == Self.systems.split(separator: "\n").first.map { $0 + "\n" })
        let read = try InventoryTable.read(SheetSamples.source(bytes), agencies: SheetSamples.agencies)
        #expect(read.rows.map(\.host.name) == table.rows.map(\.host.name))
        #expect(read.rows.map(\.host.addresses) == table.rows.map(\.host.addresses))
        #expect(read.rows.map(\.host.owner) == table.rows.map(\.host.owner))
    }

    @Test func rowsThatDoNotChangeKeepTheirBytes() throws {
        let before =
            "\u{feff}component,system,addresses,macs , note\r\n\"a\",, 10.0.0.1 ,,\"x\"\"y\"\r\n\r\nb,,10.0.0.2,,=1+1\r\n"
        let change = try Self.change(
            "Tên máy,IP,MAC,Vị trí\nb,10.0.0.2,001122334455,\"Tầng 1, trái\"\nc,10.0.0.3,,\n", into: Array(before.utf8))
        let after = try SystemsFile(Array(before.utf8)).applying(change, path: "systems.csv")
        #expect(
            String(decoding: after, as: UTF8.self)
                == "\u{feff}component,system,addresses,macs , note,location\r\n\"a\",, 10.0.0.1 ,,\"x\"\"y\",\r\n\r\n"
                + "b,,10.0.0.2,00:11:22:33:44:55,=1+1,\"Tầng 1, trái\"\r\nc,,10.0.0.3,,,\r\n")
    }

    @Test func aFileWithoutALastLineEndGetsOne() throws {
        let before = Array("component,system,addresses\na,,10.0.0.1".utf8)
        let after = try SystemsFile(before).applying(try Self.change("IP,Name\n10.0.0.2,b\n", into: before), path: "s")
        #expect(String(decoding: after, as: UTF8.self) == "component,system,addresses\na,,10.0.0.1\nb,,10.0.0.2\n")
    }

    @Test func aFileThatChangedSinceIsNotWritten() throws {
        let change = try Self.change("Tên máy,IP\ncamera-1,10.20.50.7\n")
        let other = Array(Self.systems.replacing("camera-1", with: "camera-2").utf8)
        #expect(throws: ImportFailure.self) { try SystemsFile(other).applying(change, path: "systems.csv") }
    }

    @Test func aSystemIsKnownByItsName() throws {
        let change = try Self.change(
            "Tên máy,IP,Hệ thống,Đơn vị\ndb,10.20.40.20,he thong mot cua,\nmail,10.20.40.30,Thư điện tử,xa-hai-hau\n")
        #expect(change.added.map(\.host.id) == ["system/one-stop/db", "system/thu-dien-tu/mail"])
        let bytes = try SystemsFile(Array(Self.systems.utf8)).applying(change, path: "systems.csv")
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").suffix(2)
        #expect(lines.first?.hasPrefix("one-stop,,,,,,,,db,") == true)
        #expect(lines.last?.hasPrefix("thu-dien-tu,Thư điện tử,,,xa-hai-hau,,,,mail,") == true)
    }

    @Test(arguments: Language.allCases)
    func theTemplateHasNoProblems(language: Language) throws {
        let bytes = InventoryTemplate.csv(language)
        let table = try InventoryTable.read(SheetSamples.source(bytes), agencies: SheetSamples.agencies)
        #expect(table.rows.map(\.host.kind) == [.server, .printer, .workstation])
        #expect(table.rows[0].host.model == "Dell R740")
        #expect(!bytes.contains(0x3b))
        let source = SheetSamples.source(bytes)
        #expect(InventoryImporter.likeness(source, lines: try source.lines()[...]) >= 80)
    }
}

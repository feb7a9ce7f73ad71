import Messages
import NetworkTypes
import SiteModel
import Testing

@testable import ConfigurationImport

@Suite struct SheetTests {
    @Test(arguments: [
        "utf8-bom-semicolon.csv", "utf8-decomposed-tab.csv", "utf16-bom-tab.csv", "utf16-big-endian-no-bom.csv",
        "windows-1258.csv", "office.xlsx",
    ])
    func oneListGivesEqualRowsInEveryEncodingAndFormat(name: String) throws {
        let expected = try InventoryTable.read(
            SheetSamples.source(named: "utf8-comma.csv"), agencies: SheetSamples.agencies)
        let table = try InventoryTable.read(SheetSamples.source(named: name), agencies: SheetSamples.agencies)
        #expect(table.rows.count == 3)
        // A quoted line break makes the lines of a text differ from the rows of a spreadsheet.
        func withoutLines(_ rows: [InventoryRow]) -> [InventoryRow] {
            rows.map { row in
                var row = row
                row.host.line = 0
                return row
            }
        }
        #expect(withoutLines(table.rows) == withoutLines(expected.rows))
        if name.hasSuffix(".csv") { #expect(table == expected) }
    }

    @Test func theSampleSaysWhatItSays() throws {
        let rows = try InventoryTable.read(
            SheetSamples.source(named: "utf8-comma.csv"), agencies: SheetSamples.agencies
        ).rows
        #expect(rows.map(\.host.name) == ["Máy in tầng 1", "Máy chủ một cửa", "Camera cổng"])
        #expect(rows.map(\.host.kind) == [.printer, .server, .camera])
        #expect(rows.map(\.host.line) == [4, 5, 7])
        #expect(rows.map(\.host.owner) == ["xa-hai-hau", "xa-hai-hau", "xa-hai-hau"])
        #expect(rows[1].host.addresses.map(\.description) == ["10.20.40.10", "2001:db8:20:40::10"])
        #expect(rows[1].prefixLengths.values.sorted() == [24])
        #expect(
            rows.flatMap(\.host.macs).map(\.description) == [
                "3c:d9:2b:50:50:50", "00:50:56:9a:40:10", "00:11:22:33:44:55",
            ])
        #expect(rows[1].host.note == #"Đã "nâng cấp", năm 2025"#)
    }

    @Test func readsMergedCellsTwoHeaderRowsHeadingsNumbersAndDates() throws {
        let rows = try InventoryTable.read(
            SheetSamples.source(named: "merged.xlsx"), agencies: SheetSamples.agencies
        ).rows
        #expect(rows.map(\.host.name) == ["Máy chủ web", "Máy tính", "Máy quét"])
        #expect(rows[0].host.addresses.map(\.description) == ["10.20.40.10", "2001:db8:20:40::10", "10.20.41.10"])
        #expect(rows[0].host.macs.map(\.description) == ["00:50:56:9a:40:10", "00:50:56:9a:41:10"])
        #expect(rows[0].host.ports == [ConfiguredHost.Port(.tcp, 443)])
        #expect(rows[0].host.supportEnd == CalendarDate("2027-06-30"))
        #expect(rows[0].host.line == 7)
        #expect(rows[1].host.addresses.map(\.description) == ["192.168.110.120"])
        #expect(rows[1].host.macs.map(\.description) == ["10:22:33:44:55:66"])
        #expect(rows[1].host.supportEnd == CalendarDate("2028-06-30"))
        #expect(rows[2].host.addresses.isEmpty)
        #expect(rows.map(\.host.owner) == ["xa-hai-hau", "xa-hai-hau", "xa-hai-hau"])
    }

    @Test func readsTextsInCellsWithoutReferences() throws {
        let rows = try InventoryTable.read(SheetSamples.source(named: "inline-without-references.xlsx")).rows
        #expect(rows.map(\.host.name) == ["web", "db"])
        #expect(rows.map(\.host.line) == [2, 3])
    }

    @Test func readsSharedTextsWithRunsReadingsAndEscapes() throws {
        let rows = try InventoryTable.read(SheetSamples.source(named: "shared-strings.xlsx")).rows
        #expect(rows.map(\.host.name) == ["Máy chủ", "Máy in & quét"])
        #expect(rows.map(\.host.line) == [5, 9])
        #expect(rows[0].host.addresses.map(\.description) == ["10.0.0.1", "10.0.0.2"])
    }

    @Test func namesTheCellsOfASpreadsheet() throws {
        #expect(
            SheetSamples.problems(try SheetSamples.source(named: "problems.xlsx")) == [
                "3:2 B3: '10.0.0.299' is not an IP address.",
                "3:3 C3: '00:11:22:33:44' is not a MAC address such as 00:50:56:9a:40:10.",
                "4:2 B4: The spreadsheet turned this cell into the number 1234567890. Format it as text and type it again.",
                "4:3 C4: The spreadsheet turned this cell into the number 1122334455. Format it as text and type it again.",
            ])
    }

    @Test(arguments: [
        ("path-traversal.xlsx", "0:0 The spreadsheet has a part with a forbidden name: '../../etc/passwd'."),
        ("entity-bomb.xlsx", "0:0 The file declares XML entities. Such a file is not opened."),
        ("dense.xlsx", "0:0 The spreadsheet is compressed more than any list can be. It was not opened."),
    ])
    func refusesHostileSpreadsheetsWithOneProblem(name: String, problem: String) throws {
        #expect(SheetSamples.problems(try SheetSamples.source(named: name)) == [problem])
    }

    @Test func refusesTheOldFormatAndFilesWithAPassword() {
        let ole: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
        let padding = [UInt8](repeating: 0, count: 504)
        #expect(
            SheetSamples.problems(SheetSamples.source(ole + padding)) == [
                "0:0 This is a spreadsheet in the old .xls format. Save it as .xlsx."
            ])
        let mark = "EncryptedPackage".utf8.flatMap { octet -> [UInt8] in [octet, 0] }
        #expect(
            SheetSamples.problems(SheetSamples.source(ole + padding + mark)) == [
                "0:0 The file is protected with a password. Remove the password and save it again."
            ])
    }

    @Test func namesTheVisibleSheetsWhereAnotherIsAskedFor() throws {
        let source = try SheetSamples.source(named: "office.xlsx")
        #expect(try InventoryTable.read(source, sheet: "Thiết bị").rows.count == 3)
        #expect(throws: ImportFailure.self) { try InventoryTable.read(source, sheet: "Hướng dẫn") }
    }

    @Test func refusesALineBeyondTheLimit() {
        let text = "Name,IP\nweb,10.0.0.1\n" + String(repeating: "x", count: ImportLimits.line + 1)
        #expect(
            SheetSamples.problems(text) == [
                "3:0 The line is longer than 1024 KiB. This is not a file that can be imported."
            ])
    }

    @Test func refusesTooManyCells() {
        let text = "Name,IP\n" + String(repeating: ",", count: 17_000) + "x\n"
        #expect(SheetSamples.problems(text) == ["2:0 The list has more than 4000000 cells. Split it."])
    }

    @Test func refusesBinaryAndEmptyFiles() {
        #expect(SheetSamples.problems(SheetSamples.source([0, 0, 1, 0, 0, 2, 7])) == ["0:0 The file is not text."])
        #expect(SheetSamples.problems(SheetSamples.source([])) == ["0:0 The file is empty."])
    }

    @Test func tellsWhereAQuotationMarkIsNotClosed() {
        #expect(SheetSamples.problems("Name,IP\nweb,\"10.0.0.1\n") == ["2:5 The quotation mark is not closed."])
        #expect(
            SheetSamples.problems("Name,IP\n\"web\"x,10.0.0.1\n") == [
                "2:6 There is text behind a closing quotation mark."
            ])
    }

    @Test func readsCellsWithLineBreaksAndEveryLineEnd() throws {
        for end in ["\n", "\r\n", "\r"] {
            let rows = try SheetSamples.rows(
                "Name,IP,Note" + end + "a,\"10.0.0.1" + end + "10.0.0.2\",x" + end + "b,10.0.0.3,y" + end)
            #expect(rows.map(\.host.line) == [2, 4])
            #expect(rows[0].host.addresses.count == 2)
        }
    }

    @Test func readsTheDelimiterThatExcelDeclares() throws {
        #expect(try SheetSamples.rows("sep=;\r\nName;IP\r\nweb;10.0.0.1\r\n").map(\.host.line) == [3])
    }

    @Test func namesColumnsAsSpreadsheetsDo() {
        #expect([0, 25, 26, 701, 702].map { Sheet.letters($0) } == ["A", "Z", "AA", "ZZ", "AAA"])
    }
}

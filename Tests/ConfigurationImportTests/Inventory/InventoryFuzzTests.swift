import Messages
import NetworkTypes
import SiteModel
import TestSupport
import Testing

@testable import ConfigurationImport

/// Damaged files never trap; what is wrong is said, or nothing is.
@Suite struct InventoryFuzzTests {
    static let rounds = 1_000

    private func mutate(_ seed: [UInt8], rounds: Int = Self.rounds, _ read: ([UInt8]) -> Void) {
        var generator = SeededGenerator(seed: UInt64(seed.count))
        for _ in 0..<rounds { read(generator.mutated(seed)) }
    }

    private func readInventory(_ bytes: [UInt8]) {
        let source = SheetSamples.source(bytes)
        _ = InventoryImporter.likeness(source, lines: [])
        _ = try? InventoryTable.read(source, agencies: SheetSamples.agencies)
    }

    @Test(arguments: ["utf8-comma.csv", "utf16-bom-tab.csv", "windows-1258.csv", "utf16-big-endian-no-bom.csv"])
    func damagedTexts(name: String) throws { mutate(try SheetSamples.bytes(name), readInventory) }

    @Test(arguments: ["office.xlsx", "merged.xlsx", "shared-strings.xlsx"])
    func damagedSpreadsheets(name: String) throws {
        mutate(try SheetSamples.bytes(name), rounds: 2000, readInventory)
    }

    @Test func truncatedFiles() throws {
        for name in ["utf8-comma.csv", "inline-without-references.xlsx"] {
            let bytes = try SheetSamples.bytes(name)
            for count in 0..<bytes.count { readInventory(Array(bytes.prefix(count))) }
        }
    }

    @Test func damagedPartsOfSpreadsheets() throws {
        let parts = try ZipParts(try SheetSamples.bytes("merged.xlsx")).contents { $0.hasSuffix(".xml") }
        let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
        let shared = try ZipParts(try SheetSamples.bytes("shared-strings.xlsx")).contents { $0.hasSuffix(".xml") }
        let strings = try #require(shared["xl/sharedstrings.xml"])
        let styles = try #require(parts["xl/styles.xml"])
        mutate(sheet) { bytes in
            guard let shared = try? SharedStrings(strings), let formats = try? NumberFormats(styles) else { return }
            var worksheet = Worksheet(shared: shared, formats: formats)
            try? worksheet.read(bytes, part: "sheet")
            let sheet = Sheet(rows: worksheet.filled(), isSpreadsheet: true)
            guard let header = HeaderRow(sheet) else { return }
            var reader = InventoryReader(
                sheet: sheet, header: header, agencies: ReferenceIndex(SheetSamples.agencies),
                segments: ReferenceIndex([] as [Segment]))
            reader.read()
        }
        mutate(strings) { _ = try? SharedStrings($0) }
        mutate(styles, rounds: 2000) { _ = try? NumberFormats($0) }
    }

    @Test func damagedScans() {
        let scan = NmapImporterTests.ipv4Scan + NmapImporterTests.end + NmapImporterTests.ipv6Scan
        mutate(Array(scan.utf8)) { _ = try? NmapImporter.read(SheetSamples.source($0)) }
    }

    @Test func damagedExports() {
        for text in [NetBoxImporterTests.addresses, NetBoxImporterTests.devices, NetBoxImporterTests.api] {
            mutate(Array(text.utf8)) { _ = try? NetBoxImporter.read(SheetSamples.source($0)) }
        }
    }

    @Test func damagedSystemsFiles() throws {
        let change = try InventoryMergeTests.change("Tên máy,IP\ncamera-1,10.20.50.7\nx,10.0.0.9\n")
        mutate(Array(InventoryMergeTests.systems.utf8), rounds: 3000) {
            _ = try? SystemsFile($0).applying(change, path: "systems.csv")
        }
    }
}

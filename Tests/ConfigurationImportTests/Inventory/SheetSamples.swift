import Foundation
import Messages
import NetworkTypes
import SiteModel

@testable import ConfigurationImport

/// Lists to read, from the folder beside or typed in.
enum SheetSamples {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Samples")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    static func source(_ bytes: [UInt8], _ path: String = "list.csv") -> ImportSource {
        ImportSource(path: path, bytes: bytes, digest: "00")
    }

    static func source(named name: String) throws -> ImportSource { source(try bytes(name), name) }

    static func source(_ text: String) -> ImportSource { source(Array(text.utf8)) }

    static let agencies = [
        Agency(
            id: "xa-hai-hau", level: .commune, kind: .committee,
            names: [Agency.Name(LocalizedText(vi: "UBND xã Hải Hậu", en: "Hải Hậu commune"))]),
        Agency(
            id: "huyen-hai-hau", level: .district, kind: .committee,
            names: [Agency.Name(LocalizedText(vi: "UBND huyện Hải Hậu", en: "Hải Hậu district"))]),
    ]

    static func rows(_ text: String, agencies: [Agency] = []) throws -> [InventoryRow] {
        try InventoryTable.read(source(text), agencies: agencies).rows
    }

    /// `LINE:COLUMN MESSAGE` of everything that is wrong; empty: nothing is.
    static func problems(_ source: ImportSource, agencies: [Agency] = []) -> [String] {
        do throws(ImportFailure) {
            _ = try InventoryTable.read(source, agencies: agencies)
            return []
        } catch {
            return error.problems.map { "\($0.line):\($0.column) \($0.message.text(in: .english))" }
        }
    }

    static func problems(_ text: String, agencies: [Agency] = []) -> [String] {
        problems(source(text), agencies: agencies)
    }
}

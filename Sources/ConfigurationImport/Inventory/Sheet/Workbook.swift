import Messages

/// A spreadsheet in Office Open XML (.xlsx, .xlsm). ECMA-376 part 1, §18.
struct Workbook {
    private struct Listed {
        let name: String
        let path: String
    }

    private let archive: ZipParts
    private var visible: [Listed] = []
    private var hasDatesFrom1904 = false
    private var sharedStringsPath: String?
    private var stylesPath: String?

    static func isZip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) }

    /// An OLE compound file: what Excel wrote before 2007, and what holds an .xlsx with a password.
    static func isOldOrEncrypted(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    }

    static func refusal(_ bytes: [UInt8]) -> ImportProblem {
        let mark: [UInt8] = "EncryptedPackage".utf8.flatMap { octet -> [UInt8] in [octet, 0] }
        let isEncrypted = bytes.firstRange(of: mark) != nil
        return ImportProblem(line: 0, message: isEncrypted ? InventoryMessage.encrypted : .oldSpreadsheet)
    }

    init(_ bytes: [UInt8]) throws(ImportProblem) {
        archive = ZipParts(bytes)
        let parts = try archive.contents {
            $0 == "_rels/.rels" || $0.hasSuffix("workbook.xml.rels") || $0 == "xl/workbook.xml"
        }
        let root = try Relations(parts["_rels/.rels"] ?? [], folder: "", name: "_rels/.rels")
        let path = root.first(ofType: "officedocument") ?? "xl/workbook.xml"
        let content = path == "xl/workbook.xml" ? parts[path] : try archive.contents { $0 == path }[path]
        guard let content else { throw ImportProblem(line: 0, message: InventoryMessage.damagedArchive) }
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let file = path.split(separator: "/").last ?? ""
        let relationsPath = (folder.isEmpty ? "" : folder + "/") + "_rels/\(file).rels"
        let relations = try Relations(parts[relationsPath] ?? [], folder: folder, name: relationsPath)
        sharedStringsPath = relations.first(ofType: "sharedstrings")
        stylesPath = relations.first(ofType: "styles")
        try Self.check(path) { () throws(MarkupReader.Failure) in
            var reader = MarkupReader(content)
            while let event = try reader.next() {
                guard case .start(let tag) = event else { continue }
                if tag.name == "workbookPr", let flag = tag["date1904"] {
                    hasDatesFrom1904 = flag == "1" || flag == "true"
                }
                guard tag.name == "sheet", let name = tag["name"], let id = tag["id"], let target = relations[id],
                    (tag["state"] ?? "visible") == "visible", visible.count < SheetLimits.parts
                else { continue }
                visible.append(Listed(name: name, path: target))
            }
        }
    }

    /// - Parameter name: nil: the first visible one.
    func sheet(named name: String?) throws(ImportProblem) -> Sheet {
        let listed = name.map { name in visible.first { $0.name.tidied == name.tidied } } ?? visible.first
        guard let listed else {
            throw ImportProblem(
                line: 0,
                message: name.map { InventoryMessage.unknownSheet($0, sheets: visible.map(\.name)) } ?? .noWorksheet)
        }
        let parts = try archive.contents { $0 == listed.path || $0 == sharedStringsPath || $0 == stylesPath }
        guard let content = parts[listed.path] else {
            throw ImportProblem(line: 0, message: InventoryMessage.damagedArchive)
        }
        let shared = try Self.check(sharedStringsPath ?? "") { () throws(MarkupReader.Failure) in
            try SharedStrings(parts[sharedStringsPath ?? ""] ?? [])
        }
        var formats = try Self.check(stylesPath ?? "") { () throws(MarkupReader.Failure) in
            try NumberFormats(parts[stylesPath ?? ""] ?? [])
        }
        formats.countsFrom1904 = hasDatesFrom1904
        var worksheet = Worksheet(shared: shared, formats: formats)
        try worksheet.read(content, part: listed.path)
        return Sheet(rows: worksheet.filled(), isSpreadsheet: true)
    }

    static func check<Value>(
        _ part: String, _ read: () throws(MarkupReader.Failure) -> Value
    ) throws(ImportProblem) -> Value {
        do { return try read() } catch {
            throw ImportProblem(
                line: 0, message: error == .declarations ? InventoryMessage.declarations : .damagedPart(part))
        }
    }
}

/// Which part of a package another one means. ECMA-376 part 2, §9.3.
private struct Relations {
    private var targets: [String: String] = [:]
    private var types: [(type: String, target: String)] = []

    init(_ content: [UInt8], folder: String, name: String) throws(ImportProblem) {
        var (targets, types): ([String: String], [(type: String, target: String)]) = ([:], [])
        try Workbook.check(name) { () throws(MarkupReader.Failure) in
            var reader = MarkupReader(content)
            while let event = try reader.next() {
                guard case .start(let tag) = event, tag.name == "Relationship", let id = tag["Id"],
                    let target = tag["Target"], tag["TargetMode"] != "External", targets.count < SheetLimits.parts
                else { continue }
                let path = Self.path(target, in: folder)
                targets[id] = path
                types.append(((tag["Type"] ?? "").lowercased(), path))
            }
        }
        (self.targets, self.types) = (targets, types)
    }

    subscript(id: String) -> String? { targets[id] }

    func first(ofType suffix: String) -> String? { types.first { $0.type.hasSuffix("/" + suffix) }?.target }

    private static func path(_ target: String, in folder: String) -> String {
        var folders = target.hasPrefix("/") ? [] : folder.split(separator: "/").map { String($0) }
        for step in target.lowercased().replacing("\\", with: "/").split(separator: "/") where step != "." {
            if step == ".." { _ = folders.popLast() } else { folders.append(String(step)) }
        }
        return folders.joined(separator: "/")
    }
}

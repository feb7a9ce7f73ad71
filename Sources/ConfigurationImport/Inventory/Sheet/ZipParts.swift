import CArchive
import Messages

/// The parts of a ZIP archive in memory, by libarchive. Bounds what comes out of it; nothing is written anywhere.
struct ZipParts {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The content of the parts that are wanted, by their names in lower case.
    func contents(of isWanted: (String) -> Bool) throws(ImportProblem) -> [String: [UInt8]] {
        var parts: [String: [UInt8]] = [:]
        var failure: ImportProblem?
        bytes.withUnsafeBytes { memory in
            do throws(ImportProblem) { parts = try Self.contents(memory, of: isWanted) } catch { failure = error }
        }
        if let failure { throw failure }
        return parts
    }

    private static func contents(
        _ memory: UnsafeRawBufferPointer, of isWanted: (String) -> Bool
    ) throws(ImportProblem) -> [String: [UInt8]] {
        guard let archive = archive_read_new() else { throw damaged }
        defer { archive_read_free(archive) }
        guard archive_read_support_format_zip(archive) >= ARCHIVE_WARN,
            archive_read_open_memory(archive, memory.baseAddress, memory.count) == ARCHIVE_OK
        else { throw damaged }
        var parts: [String: [UInt8]] = [:]
        var (count, inflated) = (0, 0)
        while true {
            var entry: OpaquePointer?
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return parts }
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw damaged }
            count += 1
            guard count <= SheetLimits.parts else { throw damaged }
            if archive_entry_is_encrypted(entry) != 0 { throw problem(.encrypted) }
            guard let name = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else { continue }
            let path = try checkedPath(String(cString: name))
            guard isWanted(path) else { continue }
            guard parts[path] == nil else { throw damaged }
            parts[path] = try content(archive, inflated: &inflated, compressed: memory.count)
        }
    }

    private static func content(
        _ archive: OpaquePointer, inflated: inout Int, compressed: Int
    ) throws(ImportProblem) -> [UInt8] {
        var content: [UInt8] = []
        while true {
            var block: UnsafeRawPointer?
            var (size, offset) = (0, Int64(0))
            let status = archive_read_data_block(archive, &block, &size, &offset)
            if status == ARCHIVE_EOF { return content }
            guard status == ARCHIVE_OK, let block, offset == Int64(content.count) else { throw damaged }
            inflated += size
            guard inflated <= SheetLimits.inflated else {
                throw problem(.archiveTooLarge(limit: SheetLimits.inflated))
            }
            guard (inflated - SheetLimits.freeInflation) / SheetLimits.inflation <= compressed else {
                throw problem(.archiveTooDense)
            }
            content.append(contentsOf: UnsafeRawBufferPointer(start: block, count: size))
        }
    }

    /// Lower case with `/` between folders; some writers put `\` there.
    private static func checkedPath(_ name: String) throws(ImportProblem) -> String {
        let path = name.replacing("\\", with: "/")
        let folders = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !path.hasPrefix("/"), !folders.contains(".."), !path.contains(":") else {
            throw problem(.archivePath(name))
        }
        return path.lowercased()
    }

    private static var damaged: ImportProblem { problem(.damagedArchive) }
    private static func problem(_ message: InventoryMessage) -> ImportProblem {
        ImportProblem(line: 0, message: message)
    }
}

import Messages
import NetworkTypes
public import TrafficObservation

/// What `nmap -oX` found. An interrupted scan is not well-formed: what is complete is kept.
public enum NmapImporter: ConfigurationImporter {
    public static var kind: ImportKind { .nmap }

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        lines.prefix(20).contains { $0.text.contains("<nmaprun") } ? 100 : 0
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        guard source.bytes.count <= ImportLimits.file else {
            throw ImportFailure(path: source.path, ImportMessage.fileTooLarge(limit: ImportLimits.file))
        }
        guard let text = ByteText.utf8(source.bytes) else {
            throw ImportFailure(path: source.path, ImportMessage.notText)
        }
        var reader = MarkupReader(text)
        var scan = NmapScan()
        do throws(MarkupReader.Failure) {
            while let event = try reader.next() {
                scan.take(event)
                guard scan.isWithinLimits else { break }
            }
        } catch {
            if error == .declarations {
                throw ImportFailure(path: source.path, InventoryMessage.declarations, line: reader.line)
            }
        }
        guard scan.isNmap else { throw ImportFailure(path: source.path, ImportMessage.notOfKind(kind.rawValue)) }
        guard scan.isWithinLimits else {
            throw ImportFailure(
                path: source.path, ImportMessage.tooManyRows(limit: ImportLimits.rows), line: reader.line)
        }
        return scan.file(from: source)
    }
}

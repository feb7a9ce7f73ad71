import AuditReport
import ConfigurationImport
import Foundation
import Messages
import SiteModel
import TrafficObservation

/// Lists of devices on their way into `systems.csv`.
struct InventoryWork {
    let folder: SiteFolder?
    let failure: Failure

    /// What would be written, before anything is.
    struct Plan {
        var failures: [ImportFailure] = []
        var changes: [ImportDocument.Change] = []
        var conflicts: [ImportDocument.Conflict] = []
        var counts = ImportChange()
        /// The new content of `systems.csv` and its path; nil: nothing changes.
        var file: (path: String, bytes: [UInt8])?

        func write(_ failure: Failure) throws(ExitStatus) {
            guard let file else { return }
            do { try FileOutput.write(file.bytes, to: file.path) } catch { throw failure.couldNotRun(error) }
        }
    }

    /// Each list is compared with the site as the lists before it leave it.
    func plan(_ sources: [(kind: ImportKind, source: ImportSource)]) throws(ExitStatus) -> Plan {
        var plan = Plan()
        guard let folder, !sources.isEmpty else { return plan }
        let path = folder.path + "/systems.csv"
        let bytes = FileManager.default.contents(atPath: path).map { Array($0) } ?? []
        if bytes.isEmpty, FileManager.default.fileExists(atPath: path),
            !FileManager.default.isReadableFile(atPath: path)
        {
            throw failure.couldNotRun(OutputError(path: path, code: EACCES))
        }
        var rows: [InventoryRow] = []
        var origins: [String] = []
        for (kind, source) in sources {
            do {
                let table = try table(kind, source, folder.site)
                rows += table.rows
                origins += table.rows.map { _ in source.path }
            } catch {
                plan.failures.append(error)
            }
        }
        guard plan.failures.isEmpty else { return plan }
        let change = InventoryTable(rows: rows).merged(into: folder.site.systems, folder.site.devices)
        let path0 = sources.count == 1 ? sources[0].source.path : origins.first ?? ""
        plan.counts = ImportChange(
            added: change.added.count, changed: change.changed.count, unchanged: change.unchanged.count)
        plan.changes =
            change.added.map {
                ImportDocument.Change(
                    host: $0.host.id, change: "added", file: path0, line: UInt32(clamping: max(1, $0.host.line)))
            }
            + change.changed.map {
                ImportDocument.Change(
                    host: $0.after.id, change: "changed", file: path0, line: UInt32(clamping: max(1, $0.line)))
            }
        plan.conflicts = change.conflicts.map {
            ImportDocument.Conflict(
                host: $0.existing, column: $0.column, siteSays: $0.existingValue, fileSays: $0.newValue, file: path0,
                line: UInt32(clamping: max(1, $0.line)))
        }
        do {
            let new = try SystemsFile(bytes).applying(change, path: path)
            if new != bytes { plan.file = (path, new) }
        } catch {
            plan.failures.append(error)
        }
        return plan
    }

    private func table(
        _ kind: ImportKind, _ source: ImportSource, _ site: Site
    ) throws(ImportFailure) -> InventoryTable {
        kind == .netbox
            ? try NetBoxImporter.table(source, agencies: site.agencies)
            : try InventoryTable.read(source, agencies: site.agencies, segments: site.segments)
    }
}

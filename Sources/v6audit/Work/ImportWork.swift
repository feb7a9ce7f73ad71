import AuditReport
import ConfigurationImport
import Messages
import NetworkTypes
import ObservationFile
import TrafficObservation

/// Reads files, finds everything that is wrong, and takes all of them or none.
struct ImportWork {
    /// Nil: each file's own content tells.
    let kind: ImportKind?
    let folder: SiteFolder?
    let dryRun: Bool
    let failure: Failure

    struct Result {
        var document: ImportDocument
        var files: [ImportedFile] = []
        var failures: [ImportFailure] = []
    }

    func run(_ paths: [String]) throws(ExitStatus) -> Result {
        var files: [ImportedFile] = []
        var sources: [ImportSource] = []
        var failures: [ImportFailure] = []
        for path in paths {
            do {
                let source = try ImportInput.read(path)
                files.append(try ImporterList.read(source, as: kind))
                sources.append(source)
            } catch {
                failures.append(error)
            }
        }
        guard failures.isEmpty else { return refused(failures) }
        let lists = files.enumerated().filter { $1.kind == .inventory || $1.kind == .netbox }
        let inventory = try InventoryWork(folder: folder, failure: failure).plan(
            lists.map { ($1.kind, sources[$0]) })
        guard inventory.failures.isEmpty else { return refused(inventory.failures) }
        let facts = files.filter { $0.kind != .inventory && $0.kind != .netbox }
        let changes = try save(facts)
        var total = changes.reduce(into: ImportChange()) { $0 += $1 }
        if folder != nil {
            total += inventory.counts
        } else {
            for (_, file) in lists { total += ImportChange(from: nil, to: file) }
        }
        if !dryRun { try inventory.write(failure) }
        var document = ImportDocument(files, change: total, dryRun: dryRun, errors: [])
        document.changes = inventory.changes
        document.conflicts = inventory.conflicts
        return Result(document: document, files: files)
    }

    private func refused(_ failures: [ImportFailure]) -> Result {
        Result(
            document: ImportDocument(
                kind: kind?.rawValue, dryRun: dryRun, errors: failures.flatMap(Self.problems)),
            failures: failures)
    }

    /// Writes what the site does not have yet.
    ///
    /// - Returns: what each file changes.
    private func save(_ files: [ImportedFile]) throws(ExitStatus) -> [ImportChange] {
        let store = folder.map(ObservationFolder.init)
        var known: [ImportedFile] = []
        do {
            known = try store?.imports() ?? []
        } catch {
            throw failure.couldNotRun("observations", error.message, file: error.path)
        }
        let changes = files.map { ImportChange(from: Self.earlier($0, known), to: $0) }
        guard !dryRun, let store else { return changes }
        for file in files where !known.contains(where: { $0.digest == file.digest && $0.kind == file.kind }) {
            var set = ObservationSet()
            set.add(file)
            do {
                try store.write(set, digest: "\(file.digest)-\(file.kind.rawValue)")
            } catch {
                throw failure.couldNotRun(error)
            }
        }
        return changes
    }

    /// The same content, else the newest file of the same kind and name.
    private static func earlier(_ file: ImportedFile, _ known: [ImportedFile]) -> ImportedFile? {
        let same = known.filter { $0.kind == file.kind }
        return same.first { $0.digest == file.digest }
            ?? same.filter { $0.replaces(file) }.max { ($0.made?.nanoseconds ?? 0) < ($1.made?.nanoseconds ?? 0) }
    }

    private static func problems(_ failure: ImportFailure) -> [ImportDocument.Problem] {
        failure.problems.map { problem in
            ImportDocument.Problem(
                file: failure.path, line: problem.line > 0 ? Int(problem.line) : nil,
                column: problem.column > 0 ? Int(problem.column) : nil,
                message: problem.message.text(in: Terminal.language))
        }
    }
}

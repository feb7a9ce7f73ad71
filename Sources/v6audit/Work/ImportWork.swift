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
        var changes: [ImportChange] = []
        var failures: [ImportFailure] = []
    }

    func run(_ paths: [String]) throws(ExitStatus) -> Result {
        var files: [ImportedFile] = []
        var failures: [ImportFailure] = []
        for path in paths {
            do {
                files.append(try ImporterList.read(try ImportInput.read(path), as: kind))
            } catch {
                failures.append(error)
            }
        }
        guard failures.isEmpty else {
            return Result(
                document: ImportDocument(
                    kind: kind?.rawValue ?? "auto", dryRun: dryRun, errors: failures.flatMap(Self.problems)),
                failures: failures)
        }
        let store = folder.map(ObservationFolder.init)
        var known: [ImportedFile] = []
        do {
            known = try store?.imports() ?? []
        } catch {
            throw failure.couldNotRun("observations", error.message, file: error.path)
        }
        let changes = files.map { ImportChange(from: Self.earlier($0, known), to: $0) }
        if !dryRun, let store {
            for file in files where !known.contains(where: { $0.digest == file.digest && $0.kind == file.kind }) {
                var set = ObservationSet()
                set.add(file)
                do {
                    try store.write(set, digest: "\(file.digest)-\(file.kind.rawValue)")
                } catch {
                    throw failure.couldNotRun(error)
                }
            }
        }
        let total = changes.reduce(into: ImportChange()) { $0 += $1 }
        return Result(
            document: ImportDocument(files, change: total, dryRun: dryRun, errors: []), files: files, changes: changes)
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

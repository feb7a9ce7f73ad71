import AuditReport
import Glibc
import Messages
import NetworkTypes
import SiteLoading
import SiteModel

/// A site's statements about machines, with what commands do with them.
struct SitePins {
    let path: String
    private let folder: SiteFolder
    private let file: PinFile
    private let audit: AuditDocument?
    private let failure: Failure

    init(folder: SiteFolder, audit: AuditDocument?, failure: Failure) throws(ExitStatus) {
        do throws(SiteError) {
            file = try PinFile(folder: folder.path)
        } catch {
            throw failure.site(error)
        }
        path = folder.path + "/site.yaml"
        self.folder = folder
        self.audit = audit
        self.failure = failure
    }

    // MARK: Who and what

    /// A MAC or an address as written; a host id by what the newest audit knows of it.
    func key(of text: String) throws(ExitStatus) -> Pin.Key {
        if let mac = MACAddress(text) { return .mac(mac) }
        if let address = IPAddress(text) { return .address(address) }
        guard text.hasPrefix("h-") else { throw refusal(.unknownHost(text: text)) }
        guard let audit else { throw refusal(.noAuditForHost(id: text, site: folder.path)) }
        guard let host = audit.hosts.first(where: { $0.id == text }) else { throw refusal(.unknownHost(text: text)) }
        guard let key = host.pinKey else { throw refusal(.hostWithoutKey(id: text)) }
        return key
    }

    /// The name of the one agency that answers for every segment on a day; nil: there is none, or several.
    func office(on day: CalendarDate, in language: Language) -> String? {
        let history = SiteIndex(file.site).history
        let owners = Set(file.site.segments.map { history.currentOwner(of: $0.owner, on: day).responsible })
        guard owners.count == 1, let id = owners.first ?? nil else { return nil }
        return history.name(of: id, on: day)?[language]
    }

    /// The line that says the same already; nil: none does.
    func line(of pin: Pin) -> Int? {
        file.statements.first { $0.pin.relation == pin.relation && Set($0.pin.keys) == Set(pin.keys) }?.line
    }

    /// Keys that the newest audit has not seen.
    func unseen(_ keys: [Pin.Key]) -> [PinMessage] {
        guard let audit else { return [] }
        return keys.map(\.text).filter { audit.hosts(matching: $0).isEmpty }.map {
            .notSeen(text: $0, audit: audit.audit.id)
        }
    }

    // MARK: Changes

    func adding(_ pin: Pin) throws(ExitStatus) -> PinFile.Change {
        let change = try made { () throws(PinFile.Failure) in try file.adding(pin) }
        let lines = file.statements.contradicting(pin)
        guard lines.isEmpty else {
            let old = file.statements.filter { lines.contains($0.line) }
            let new = change.statements.last.map { [$0] } ?? []
            throw refusal(.contradiction(statements: (old + new).map { "\(path):\($0.line): \($0.pin.text)" }))
        }
        return change
    }

    /// - Parameter number: 1-based.
    func removing(_ number: Int) throws(ExitStatus) -> PinFile.Change {
        guard (1...max(1, file.statements.count)).contains(number), !file.statements.isEmpty else {
            throw refusal(.unknownNumber(number, count: file.statements.count))
        }
        return try made { () throws(PinFile.Failure) in try file.removing(number - 1) }
    }

    private func made(
        _ make: () throws(PinFile.Failure) -> PinFile.Change
    ) throws(ExitStatus) -> PinFile.Change {
        do throws(PinFile.Failure) {
            return try make()
        } catch {
            switch error {
            case .site(let error): throw failure.site(error)
            case .unknownForm(let line): throw refusal(.unknownForm(file: path, line: line))
            }
        }
    }

    /// The new text loads: `PinFile` tried it. A link to the file stays a link, and who may read it stays.
    func write(_ change: PinFile.Change) throws(ExitStatus) {
        var target = path
        if let resolved = realpath(path, nil) {
            target = String(cString: resolved)
            free(resolved)
        }
        var status = stat()
        let mode = stat(target, &status) == 0 ? status.st_mode & 0o777 : 0o644
        do throws(OutputError) {
            try FileOutput.write(Array(change.text.utf8), to: target, mode: mode)
        } catch {
            throw failure.couldNotRun(error)
        }
    }

    func message(_ change: PinFile.Change, isRemoval: Bool, isWritten: Bool) -> PinMessage {
        let line = change.line
        return switch (isRemoval, isWritten) {
        case (false, true): .added(file: path, line: line)
        case (false, false): .wouldAdd(file: path, line: line)
        case (true, true): .removed(file: path, line: line)
        case (true, false): .wouldRemove(file: path, line: line)
        }
    }

    private func refusal(_ message: PinMessage) -> ExitStatus { failure.couldNotRun("pin", message, file: path) }

    // MARK: Output

    /// The change, or with none the whole list.
    func print(_ made: (kind: String, change: PinFile.Change)?, isWritten: Bool, isJSON: Bool) throws(ExitStatus) {
        let statements = (made.map(\.change.statements) ?? file.statements).enumerated().map { number, statement in
            PinsDocument.Statement(
                number: number + 1, line: statement.line, relation: statement.pin.relation.rawValue,
                keys: statement.pin.keys.map(\.text), by: statement.pin.by, on: statement.pin.on.description,
                why: statement.pin.why, in: audit)
        }
        let change = made.map { kind, change in
            PinsDocument.Change(
                kind: kind, written: isWritten, line: change.line, removedLines: change.removed,
                addedLines: change.added)
        }
        let document = PinsDocument(file: path, audit: audit?.audit.id, change: change, statements: statements)
        try Output.print(isJSON ? document : nil, text: PinListText(document, Terminal.language).text, failure)
    }
}

extension Pin {
    /// Short, for messages.
    fileprivate var text: String { "\(relation.rawValue): [\(keys.map(\.text).joined(separator: ", "))]" }
}

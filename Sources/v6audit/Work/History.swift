import AuditReport
import AuditRules
import AuditStorage
import Foundation
import Messages
import NetworkTypes

/// The history of a site: what commands keep in it and ask of it.
enum History {
    struct Stored {
        let document: AuditDocument
        let bytes: [UInt8]
    }

    static func open(_ folder: SiteFolder, _ failure: Failure) throws(ExitStatus) -> SQLiteAuditStore {
        do {
            return try SQLiteAuditStore(path: folder.historyPath, readOnly: false)
        } catch {
            throw failure.couldNotRun("history", error.message, file: folder.historyPath)
        }
    }

    /// The newest audit, or the newest not after a day.
    static func document(of folder: SiteFolder, asOf: CalendarDate?, _ failure: Failure) throws(ExitStatus) -> Stored {
        guard FileManager.default.fileExists(atPath: folder.historyPath) else {
            throw failure.couldNotRun("history", CommandMessage.noAuditYet(site: folder.path), file: folder.historyPath)
        }
        let limit = asOf.map { CaptureTime(endOf: $0, offsetMinutes: folder.site.utcOffsetMinutes) }
        do {
            let store = try SQLiteAuditStore(path: folder.historyPath, readOnly: true)
            guard let header = try store.latest(notAfter: limit), let bytes = try store.document(of: header.id) else {
                throw failure.couldNotRun(
                    "history",
                    asOf.map { CommandMessage.noAuditBefore(date: $0.description) } ?? .noAuditYet(site: folder.path),
                    file: folder.historyPath)
            }
            return Stored(document: try AuditDocument.read(bytes), bytes: bytes)
        } catch let error as StoreError {
            throw failure.couldNotRun("history", error.message, file: folder.historyPath)
        } catch let status as ExitStatus {
            throw status
        } catch {
            throw failure.couldNotRun(
                "history", CommandMessage.storeReadFailed(reason: "\(error)"), file: folder.historyPath)
        }
    }
}

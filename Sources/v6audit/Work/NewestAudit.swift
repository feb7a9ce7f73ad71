import AuditReport
import AuditStorage
import Foundation
import Messages
import NetworkTypes
import SiteModel

/// The newest audit of a site's history, for commands that can do without one.
enum NewestAudit {
    /// Nil: none is stored.
    static func document(of folder: SiteFolder, _ failure: Failure) throws(ExitStatus) -> AuditDocument? {
        guard FileManager.default.fileExists(atPath: folder.historyPath) else { return nil }
        do {
            let store = try SQLiteAuditStore(path: folder.historyPath, readOnly: true)
            guard let header = try store.latest(notAfter: nil), let bytes = try store.document(of: header.id) else {
                return nil
            }
            return try AuditDocument.read(bytes)
        } catch let error as StoreError {
            throw failure.couldNotRun("history", error.message, file: folder.historyPath)
        } catch {
            throw failure.couldNotRun(
                "history", CommandMessage.storeReadFailed(reason: "\(error)"), file: folder.historyPath)
        }
    }
}

extension HostDocument {
    /// By what a person's statement recognises the machine in every audit: a manufacturer's MAC, else an address that
    /// is likely to stay, else whatever it has.
    var pinKey: Pin.Key? {
        let cards = seen.macs.compactMap { MACAddress($0) }.filter(\.isUnicast)
        // Such a card is several machines'.
        let isShared = seen.flags.contains("shared-mac") || seen.flags.contains("virtual-mac")
        if !isShared, let card = cards.first(where: { !$0.isLocallyAdministered }) { return .mac(card) }
        let fixed =
            seen.ipv4.map(\.address) + seen.ipv6.filter { $0.kind != "temporary" && !$0.tentative }.map(\.address)
        let addresses = fixed.compactMap { IPAddress($0) }
        if let address = addresses.first(where: { !$0.isLinkLocal }) ?? addresses.first { return .address(address) }
        return cards.first.map { .mac($0) }
    }
}

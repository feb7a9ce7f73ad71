extension StoreMessage {
    var english: String {
        switch self {
        case .missing(let path):
            "\(path.printable): there is no history yet; `v6audit audit` makes it with the first audit."
        case .folderMissing(let folder): "\(folder.printable): no such folder; check the path of the site."
        case .folderInsteadOfFile(let path):
            "\(path.printable): this is a folder, but the history is a file; move the folder away and try again."
        case .permissionDenied(let path):
            "\(path.printable): no permission to read the history; ask the owner of the site folder for it or run as a user who may."
        case .readOnly(let path):
            "\(path.printable): the history cannot be written, so nothing was stored; make the file and its folder writable, or copy the site folder to where you may write."
        case .diskFull(let path):
            "\(path.printable): the disk is full, so this audit was not stored; free some space and run the command again, earlier audits are unharmed."
        case .locked(let path, let seconds):
            "\(path.printable): another program has kept the history locked for \(seconds == 1 ? "one second" : "\(seconds) seconds"); wait until it has ended and run the command again."
        case .notADatabase(let path):
            "\(path.printable): this is not an SQLite file and was left as it is; move it away or put back a copy of the history."
        case .otherDatabase(let path):
            "\(path.printable): this is an SQLite file of another program and was left as it is; move it away or put back a copy of the history."
        case .damaged(let path, let detail):
            "\(path.printable): the history is damaged (\(detail.printable)) and was left as it is; keep the file, put back a copy from your backup, or move it away and audit the captures again."
        case .newerSchema(let path, let found, let known):
            "\(path.printable): the history was written by a newer v6audit (schema \(found), this one knows up to \(known)) and was left as it is; install the newer version."
        case .olderSchema(let path, let found, let needed):
            "\(path.printable): the history was written by an older v6audit (schema \(found), \(needed) is needed); run `v6audit audit` once where the site folder can be written."
        case .inconsistentAudit(let path, let detail):
            "\(path.printable): this audit contradicts itself (\(detail.printable)) and was not stored; please report this as a bug, earlier audits are unharmed."
        case .system(let path, let detail):
            "\(path.printable): the history cannot be used (\(detail.printable)); check the disk or the connection and try again, earlier audits are unharmed."
        }
    }
}

extension PinMessage {
    var english: String {
        switch self {
        case .none(let file): "\(file.printable) has no statement about machines."
        case .relation(let isSame): isSame ? "one machine" : "different machines"
        case .said(let by, let on, let why):
            "\(by.printable), \(on)" + (why.map { ": \($0.printable)" } ?? "")
        case .noAudit: "no audit is stored yet"
        case .notInAudit(let id): "not in the newest audit (\(id)): it was made before, or none of them was seen"
        case .holds(let audit, let hosts):
            hosts.isEmpty
                ? "holds in the newest audit (\(audit))"
                : "holds in the newest audit (\(audit)): \(hosts.joined(separator: ", "))"
        case .against(let reason): "the evidence says otherwise: \(reason)"

        case .added(let file, let line): "Written to \(file.printable), line \(line). The next audit heeds it."
        case .removed(let file, let line): "Taken back from \(file.printable), line \(line). The next audit heeds it."
        case .wouldAdd(let file, let line): "Would be written to \(file.printable), line \(line). Nothing was changed."
        case .wouldRemove(let file, let line):
            "Would be taken back from \(file.printable), line \(line). Nothing was changed."
        case .alreadyStated(let file, let line):
            "\(file.printable), line \(line), says so already. Nothing was changed."
        case .notSeen(let text, let audit):
            "\(text.printable) is no machine's in the newest audit (\(audit)): the statement waits until it is seen. Check the spelling."

        case .unknownHost(let text):
            "\"\(text.printable)\" is no machine: give a host id of the newest audit (h-…), a MAC or an address."
        case .noAuditForHost(let id, let site):
            "\(id.printable): host ids are looked up in the newest audit, and none is stored in \(site.printable). Give a MAC or an address."
        case .hostWithoutKey(let id): "\(id.printable) has neither a MAC nor an address to be recognised by."
        case .sameHost(let text): "Both are \(text.printable): a statement is about two machines."
        case .needsOffice(let site):
            "Who says so? Give the office or post with --by (never a person's name); \(site.printable) has no one agency that owns every segment."
        case .unknownNumber(let number, let count):
            count == 0
                ? "There is no statement \(number): there is none at all."
                : "There is no statement \(number): give 1 to \(count), as `v6audit pin --list` numbers them."
        case .contradiction(let statements):
            "These statements contradict each other; nothing was changed. Take one back first (--undo N):\n"
                + statements.map { "  \($0.printable)" }.joined(separator: "\n")
        case .unknownForm(let file, let line):
            "The list `pins` in \(file.printable) has a form that cannot be changed here; nothing was changed. Edit it by hand: \(line.printable)"

        case .needsTwoHosts: "Give two machines: v6audit pin HOST HOST --same|--different --why TEXT --site DIR"
        case .sameOrDifferent: "Give exactly one of --same and --different."
        case .needsReason: "Give the reason with --why."
        case .oneLine(let option): "\(option) takes one line of text."
        case .listOrUndo: "Give only one of --list and --undo."
        case .notTogether(let option, let with): "\(option) does not go together with \(with)."
        }
    }
}

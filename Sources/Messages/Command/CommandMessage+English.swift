extension CommandMessage {
    var english: String {
        switch self {
        case .progress(let path, let megabytes, let total, let rate, let left):
            "\(path.printable): \(megabytes)\(total.map { " of \($0)" } ?? "") MiB, \(rate) packets/s\(left.map { ", \($0) s left" } ?? "")"
        case .cannotWrite(let path, let reason):
            "Cannot write \(path.printable): \(reason). Choose another place with -o, or free space or permissions there; nothing was changed."
        case .interrupted: "Interrupted: what was read so far is reported; the rest is missing."
        case .noInput:
            "No input: give capture files or folders with -r, `-` for standard input, or with scan an interface with -i."
        case .unknownFormat(let path): "\(path.printable): the name must end in .html or .json."
        case .siteFolderMissing(let path):
            "\(path.printable) is not a site folder: there is no site.yaml in it. Make one with `v6audit init \(path.printable)`."
        case .siteHasProblems(let count):
            count == 1 ? "The site has one error; nothing was done." : "The site has \(count) errors; nothing was done."
        case .auditStored(let id, let asOf): "Audit \(id) as of \(asOf) is stored."
        case .auditAlreadyStored(let id):
            "Audit \(id) was stored before: the same evidence, site and rules add nothing."
        case .reportWritten(let path): "Written: \(path.printable)"
        case .noAuditYet(let site):
            "No audit is stored in \(site.printable) yet. Run `v6audit audit --site \(site.printable) -r CAPTURE`."
        case .noAuditBefore(let date): "No audit is stored for \(date) or before."
        case .unknownAgency(let id, let known):
            "There is no agency \"\(id.printable)\". Known: \(known.joined(separator: ", "))."
        case .unknownSubject(let text):
            "\"\(text.printable)\" is no host (id, MAC, address, name), rule or checklist item of this audit."
        case .unknownRule(let id, let suggestion):
            "There is no rule \"\(id.printable)\".\(suggestion.map { " Did you mean \($0)?" } ?? "") `v6audit rules list` shows all."
        case .invalidDate(let text): "\"\(text.printable)\" is not a date: write YYYY-MM-DD."
        case .folderExists(let path):
            "\(path.printable) exists and is not empty; init never overwrites. Choose another folder."
        case .sampleMissing(let path): "\(path.printable) is not a site folder to copy: there is no site.yaml in it."
        case .needsTerminal:
            "init asks questions and needs a terminal. Give the answers instead: --agency ID --name TEXT [--prefix P] --yes, or --from FOLDER."
        case .askAgencyID: "Short id of the agency (a-z, 0-9, -), for instance xa-hai-hau: "
        case .askAgencyName: "Name of the agency: "
        case .askPrefixes: "Prefixes of the office LAN, separated by spaces (may be empty): "
        case .emptyAgencyName: "The agency needs a name."
        case .invalidAgencyID(let text):
            "\"\(text.printable)\" cannot be an id: use a-z, 0-9 and -, starting with a letter."
        case .invalidPrefix(let text):
            "\"\(text.printable)\" is not a prefix such as 10.20.30.0/24 or 2001:db8:20:30::/64."
        case .siteCreated(let path): "Site folder \(path.printable) is ready: edit site.yaml and systems.csv in it."
        case .stateSecretCapture(let segment):
            "Segment \(segment.printable) is marked as a state-secret link: a capture assigned to it is not read."
        case .segmentUnknown(let id, let known):
            "There is no segment \"\(id.printable)\" in the site. Known: \(known.joined(separator: ", "))."
        case .rulesAreValid(let count): count == 1 ? "One rule, no error." : "\(count) rules, no error."
        case .rulesHaveProblems(let count): count == 1 ? "One error." : "\(count) errors."
        case .scanSummary(let captures, let packets, let hosts):
            "\(captures == 1 ? "1 capture" : "\(captures) captures"), \(packets) packets, \(hosts == 1 ? "1 machine" : "\(hosts) machines")"
        case .hostLine(_, let state, let provisional):
            Self.englishStates[state, default: state] + (provisional ? " (provisional)" : "")
        case .routingHeading: "Protocols of routers, with the number of senders:"
        case .serverNamesHeading(let count):
            count == 1
                ? "One name was asked for by TLS, QUIC or HTTP:" : "\(count) names were asked for by TLS, QUIC or HTTP:"
        case .serverNamesHidden(let count):
            count == 1 ? "one name outside the site, not shown" : "\(count) names outside the site, not shown"
        case .neighboursHeading(let count):
            count == 1
                ? "One device announces itself to its neighbours:"
                : "\(count) devices announce themselves to their neighbours:"
        case .servicesHeading(let count): count == 1 ? "1 service by name:" : "\(count) services by name:"
        case .explainServices: "Services on the machine"
        case .heldState(let state, let since):
            "still counted as: \(Self.englishStates[state, default: state]), proven \(since)"
        case .unnamedNeighbour: "(no name)"
        case .neighbourRole(let role): Self.englishRoles[role, default: role]
        case .andMore(let count): "and \(count) more: --json shows all"
        case .checklistHead(let agency, let phase): "\(agency.printable): phase \(phase)"
        case .checklistCounts(let open, let unknown, let needsAnswer):
            "  \(open) to do, \(unknown) not decided, \(needsAnswer) to answer"
        case .toSettle: "  Not decided yet; this would settle it:"
        case .subjects(let count): count == 1 ? "1 subject" : "\(count) subjects"
        case .verdictWord(let word): Self.englishVerdicts[word, default: word]
        case .severityWord(let word): word
        case .evidenceLine(let capture, let frame, let time): "\(capture.printable), frame \(frame), \(time)"
        case .missingLine(let fact, let command): "missing: \(fact); \(command)"
        case .explainVerdicts: "Verdicts"
        case .explainMerges: "Why these addresses are one machine"
        case .explainRejected: "What was not joined"
        case .explainReasons: "Proof"
        case .explainClaims: "What it is"
        case .claimLine(let value, let percent, let because): "\(value.printable), \(percent) %: \(because)"
        case .mergedBy(let key, let percent, let value):
            "\(Self.key(key, .english)), \(percent) %" + (value.map { ": \($0.printable)" } ?? "")
        case .mergeJoins(let joins): "joins \(joins)"
        case .mergedTogether(let percent): "all keys together: \(percent) %"
        case .moreProofs(let count): "and \(count) more frames: --json lists them"
        case .mergeStated: "no frame shows it"
        case .rejectedBecause(let key, let because):
            "\(Self.key(key, .english)): \(ReportTerm.rejection(because).text(in: .english))"
        case .rejectedAbout(let texts): "about \(texts)"
        case .unassigned: "Nobody's machines (unassigned)"
        case .provisionalBecause(let reason): Self.englishReasons[reason, default: reason]
        case .storeReadFailed(let reason): "The history cannot be read: \(reason)"
        case .rulesFolderMissing(let path): "\(path.printable): no rule files (*.yaml) there."
        case .notUTF8(let path): "\(path.printable): cannot be read as UTF-8 text."
        case .headingFinding: "What is found"
        case .headingWhy: "Why it matters"
        case .headingRemediation: "What to do"
        case .headingVerify: "How to check"
        case .headingReferences: "References"
        case .notVerified: "not verified"
        case .doctorOK: "ok"
        case .doctorProblem: "to do"
        case .doctor(let fact): Self.english(fact)
        }
    }

    private static let englishVerdicts = [
        "pass": "pass", "fail": "fail", "warn": "warning", "unknown": "not decided", "not-applicable": "not applicable",
        "needs-answer": "needs an answer",
    ]
    private static let englishStates = [
        "unknown": "not enough evidence", "ipv4-seen": "IPv4 seen, IPv6 not observable here", "ipv4-only": "IPv4 only",
        "ipv4-latent-ipv6": "IPv4, IPv6 only link-local", "dual-configured": "dual-stack configured, IPv6 unused",
        "dual-operational": "dual-stack working", "dual-broken": "dual-stack, IPv6 broken",
        "ipv6-mostly": "IPv6-mostly",
        "ipv6-only": "IPv6 only", "link-local-only": "link-local IPv6 only",
    ]
    private static let englishRoles = [
        "router": "router", "bridge": "switch", "access-point": "access point", "telephone": "telephone",
    ]
    private static let englishReasons = [
        "window-too-short": "observed for too short a time", "routed-vantage": "seen only through a router",
        "ipv6-not-visible": "IPv6 could not have been seen here",
        "virtual-router": "a virtual router, not a machine",
        "no-conversation": "no IPv4 conversation was seen",
        "one-direction": "only one direction of its traffic was seen",
        "held-from-audit": "a higher state of an earlier audit still counts",
        "not-captured": "no packet of it was captured: only files or active checks speak of it",
    ]

    private static func english(_ fact: DoctorFact) -> String {
        switch fact {
        case .readsCaptures: "reads pcap and pcapng, also compressed"
        case .fullLanguage(let language): "language of messages: \(language)"
        case .siteLoads(let path): "site \(path.printable) loads without errors"
        case .siteFails(let path): "site \(path.printable) has errors"
        case .historyReadable(let audits): "history readable, \(audits == 1 ? "one audit" : "\(audits) audits")"
        case .historyMissing: "no history yet"
        case .historyUnreadable(let path): "the history \(path.printable) cannot be read or is damaged"
        case .moveHistory: "move it away and restore a copy; what commands read from it would be wrong"
        case .diskFree(let megabytes): "\(megabytes) MiB free on the disk"
        case .diskFull(let path, let megabytes): "only \(megabytes) MiB free at \(path.printable)"
        case .hasIPv6: "this machine has an IPv6 address beyond link-local"
        case .noIPv6:
            "this machine has no IPv6 address beyond link-local: probing over IPv6 from here would prove nothing"
        case .hasTshark: "tshark is installed: filters can be tried at once"
        case .noTshark: "tshark is not installed: the filters of a report are opened with Wireshark elsewhere"
        case .canCapture: "may capture (CAP_NET_RAW)"
        case .cannotCapture: "may not capture (no CAP_NET_RAW); reading files needs no right"
        case .installTshark: "sudo apt-get install tshark"
        case .freeSpace: "free at least 200 MiB"
        case .fixSite: "v6audit audit --site DIR lists each error with line and column"
        case .grantCapture: "capture with sudo, or once: sudo setcap cap_net_raw+ep \"$(command -v v6audit)\""
        case .addIPv6: "connect this machine to a network with IPv6 before probing"
        }
    }
}

extension ProbeMessage {
    var english: String {
        switch self {
        case .noAuthorisation(let file):
            "Nothing was sent: \(file.printable) records no authorisation for `probe`. Add one under `authorisations:` with document number, signer, segments, from and to."
        case .authorisationIncomplete(let id, let missing, let file):
            "Nothing was sent: authorisation \(id.printable) in \(file.printable) lacks \(missing.map(\.english).joined(separator: ", "))."
        case .authorisationNotYet(let id, let first, let file):
            "Nothing was sent: authorisation \(id.printable) in \(file.printable) holds from \(first) on."
        case .authorisationOver(let id, let last, let file):
            "Nothing was sent: authorisation \(id.printable) in \(file.printable) ended on \(last)."
        case .segmentsNotCovered(let segments, let file):
            segments.isEmpty
                ? "Nothing was sent: the addresses are on no segment that an authorisation in \(file.printable) covers."
                : "Nothing was sent: no authorisation in \(file.printable) covers \(segments.map(\.printable).joined(separator: ", "))."
        case .rateAboveSite(let rate, let limit, let file):
            "--rate \(rate): \(file.printable) allows at most \(limit) packets per second (scope.packetsPerSecond)."
        case .unknownHost(let text): "--only \(text.printable): no row of systems.csv has this id, name or address."
        case .nothingToResume(let folder): "There is no run to go on with in \(folder.printable)."
        case .planChanged(let file):
            "The site or the options have changed since \(file.printable) was begun, so that it cannot be gone on with. Start again without --resume."
        case .recordFailed(let file, let reason):
            "\(file.printable) cannot be written (\(reason)): nothing more was sent."

        case .invalidInterval(let text): "--interval \(text.printable): give a time such as \"60 s\" or \"5 min\"."
        case .invalidTries(let most): "--tries: give 1 to \(most)."
        case .invalidRate: "--rate: give at least 1."
        case .notTogether(let option, let with): "\(option) does not go together with \(with)."

        case .planSummary(let targets, let packets, let packetsPerSecond, let minutes):
            "\(targets) checks, at most \(packets) packets for one try of each (at \(packetsPerSecond) packets per second at most \(minutes) min; usually far fewer). Nothing was sent."
        case .planTarget: "Target"
        case .packets: "Packets ≤"
        case .laterTitle: "After the names are known, for each further address that the scope allows:"
        case .laterLine(let host, let name, let checks, let packets):
            "\(host.printable)  \(name.printable)  \(checks)  ≤ \(packets)"
        case .refusedTitle(let count): "Refused: \(count)"
        case .reason(let reason):
            switch reason {
            case .outsideScope: "outside the scope"
            case .stateSecret: "link with state secrets"
            case .notAuthorised: "not authorised"
            }
        case .nothingToDo: "Nothing to ask: no row of systems.csv may be probed."

        case .vantage(let ipv4, let ipv6):
            "This machine: IPv4 \(ipv4 ? "yes" : "no"), IPv6 \(ipv6 ? "yes" : "no: nothing is concluded about IPv6")"
        case .service: "Service"
        case .state: "State"
        case .grade(let grade):
            switch grade {
            case .none: "–"
            case .assigned: "assigned"
            case .reachable: "reachable"
            case .operational: "operational"
            }
        case .serviceState(let state):
            switch state {
            case .dualOK: "works over both"
            case .dualDegraded: "works over both in part"
            case .dualBroken: "IPv6 does not work"
            case .ipv4Only: "IPv4 only"
            case .ipv6OnlyOK: "IPv6 only, works"
            case .ipv6Latent: "works over IPv6, no AAAA"
            case .notTested: "not tested"
            case .unreachableBoth: "not reachable"
            }
        case .content(let content):
            switch content {
            case .same: "same page"
            case .different: "different page"
            case .notCompared: ""
            }
        case .notAsked: "not tested"
        case .resultSummary(let results, let packets): "\(results) results; at most \(packets) packets sent."
        case .notComplete(let site):
            "Not everything was done. Go on with: v6audit probe --site \(site.printable) --resume"
        case .progress(let done, let total, let packets, let waiting):
            "\(done) of \(total), \(packets) packets" + (waiting.map { ", next try in \($0) s" } ?? "")
        }
    }
}

extension ProbeMessage.Part {
    fileprivate var english: String {
        switch self {
        case .document: "the document number"
        case .signer: "the signer"
        case .from: "the first day (from)"
        case .to: "the last day (to)"
        }
    }
}

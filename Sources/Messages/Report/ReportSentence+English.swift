extension ReportSentence {
    var english: String {
        switch self {
        case .hostsSeen(0, _):
            "No machine was seen in the captures of this period, so nothing can be said about where the office stands."
        case .hostsSeen(let hosts, segments: 0): "\(machines(hosts)) \(was(hosts)) seen."
        case .hostsSeen(let hosts, let segments):
            "\(machines(hosts)) \(was(hosts)) seen on \(number(segments)) \(segments == 1 ? "segment" : "segments")."
        case .determined(_, of: 0): "There is no state to decide."
        case .determined(0, _): "No machine was observed well enough for a final state, so the shares below stay empty."
        case .determined(let part, let whole) where part == whole:
            whole == 1 ? "Its state is final." : "The state of all \(number(whole)) machines is final."
        case .determined(let part, let whole):
            "The state of \(number(part)) of \(number(whole)) machines (\(share(part, whole))) is final; the shares below are of \(part == 1 ? "this one" : "these \(number(part))")."
        case .inState(let state, let count, let whole): sentence(state, count, whole)
        case .undetermined(0): "No machine is undetermined."
        case .undetermined(let count):
            "\(machines(count)) \(count == 1 ? "is" : "are") undetermined: observed too briefly, from an unsuitable point, or without an address; counted neither as pass nor as fail."
        case .latentFootnote: "The programme's figures count a machine with latent IPv6 as IPv4 only."
        case .openItems(0, _, _): "Nothing is left to do in the checklists."
        case .openItems(let items, let blockers, let high):
            "\(number(items)) \(items == 1 ? "item remains" : "items remain") to be done\(urgent(blockers, high))."
        case .undecidedRules(unknown: 0, questions: 0): "Every check has a conclusion."
        case .undecidedRules(let unknown, questions: 0): "\(checks(unknown)) no conclusion for want of data."
        case .undecidedRules(unknown: 0, let questions): "\(waiting(questions))."
        case .undecidedRules(let unknown, let questions):
            "\(checks(unknown)) no conclusion for want of data, and \(waiting(questions))."
        case .inventoryCoverage(_, of: 0): "The inventory lists no asset to compare with."
        case .inventoryCoverage(let part, let whole):
            "Coverage: \(number(part)) of \(number(whole)) listed \(whole == 1 ? "asset was" : "assets were") seen (\(share(part, whole)))."
        case .coverage(_, of: 0): "no machine"
        case .held(let state, let since): "still counted as: \(state), proven \(since)"
        case .mergedTogether(let percent): "All keys together: \(percent)."
        case .knownParts(let state): "known components: \(state); the others may be worse"
        case .coverage(let part, let whole): "\(number(part)) of \(number(whole)) machines determined"
        }
    }

    private func sentence(_ state: String, _ count: Int, _ whole: Int) -> String {
        let one = count == 1
        let what =
            switch state {
            case "dual-operational": one ? "works over both IPv4 and IPv6" : "work over both IPv4 and IPv6"
            case "dual-configured": one ? "has IPv6 but does not use it" : "have IPv6 but do not use it"
            case "dual-broken": one ? "has IPv6 that fails" : "have IPv6 that fails"
            case "ipv4-latent-ipv6":
                one ? "uses IPv4 with latent (link-local) IPv6" : "use IPv4 with latent (link-local) IPv6"
            case "ipv4-only": one ? "uses IPv4 only" : "use IPv4 only"
            case "ipv6-only": one ? "uses IPv6 only" : "use IPv6 only"
            case "ipv6-mostly": one ? "prefers IPv6 and gave up IPv4" : "prefer IPv6 and gave up IPv4"
            case "link-local-only": one ? "has link-local IPv6 only" : "have link-local IPv6 only"
            default:
                one
                    ? "is in the state “\(ReportTerm.hostState(state).english)”"
                    : "are in the state “\(ReportTerm.hostState(state).english)”"
            }
        if count == 0 { return "No machine \(singular(state, what))." }
        return "\(machines(count)) (\(share(count, whole))) \(what)."
    }

    private func singular(_ state: String, _ plural: String) -> String {
        switch state {
        case "dual-operational": "works over both IPv4 and IPv6"
        case "dual-configured": "has IPv6 without using it"
        case "dual-broken": "has IPv6 that fails"
        case "ipv4-latent-ipv6": "uses IPv4 with latent (link-local) IPv6"
        case "ipv4-only": "uses IPv4 only"
        case "ipv6-only": "uses IPv6 only"
        case "ipv6-mostly": "has given up IPv4 in favour of IPv6"
        case "link-local-only": "has link-local IPv6 only"
        default: "is \(plural)"
        }
    }

    private func urgent(_ blockers: Int, _ high: Int) -> String {
        switch (blockers, high) {
        case (0, 0): ", none of them a blocker or of high severity"
        case (let blockers, 0): ", \(number(blockers)) of them \(blockers == 1 ? "a blocker" : "blockers")"
        case (0, let high): ", \(number(high)) of them of high severity"
        default:
            ", \(number(blockers)) of them \(blockers == 1 ? "a blocker" : "blockers") and \(number(high)) of high severity"
        }
    }

    private func checks(_ count: Int) -> String { count == 1 ? "1 check has" : "\(number(count)) checks have" }
    private func waiting(_ count: Int) -> String {
        count == 1
            ? "1 question about process and documents waits for an answer"
            : "\(number(count)) questions about process and documents wait for an answer"
    }
    private func machines(_ count: Int) -> String { count == 1 ? "1 machine" : "\(number(count)) machines" }
    private func was(_ count: Int) -> String { count == 1 ? "was" : "were" }
    private func number(_ value: Int) -> String { Language.english.number(value) }
    private func share(_ part: Int, _ whole: Int) -> String { Language.english.percentage(part, of: whole) }
}

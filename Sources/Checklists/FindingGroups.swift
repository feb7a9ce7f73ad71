import AuditRules

/// Findings by agency and rule, gathered in one pass: a large audit makes its findings when they are read.
struct FindingGroups {
    private(set) var byAgency: [String: [FindingGroup]] = [:]

    private struct Key: Hashable {
        let agency: String
        let rule: String
    }

    init(_ findings: some Sequence<Finding>) {
        var groups: [FindingGroup] = []
        var places: [Key: Int] = [:]
        for finding in findings {
            let key = Key(agency: finding.agency, rule: finding.rule)
            if let place = places[key] {
                groups[place].add(finding)
            } else {
                places[key] = groups.count
                groups.append(FindingGroup(finding))
            }
        }
        byAgency = Dictionary(grouping: groups, by: \.agency)
    }
}

/// What one rule says in one agency.
struct FindingGroup {
    let rule: String
    let agency: String
    /// All but the unknown ones.
    private var counted = Part<(subject: Subject, verdict: Verdict)>()
    private var unknown = Part<Subject>()
    private var hasAction = false
    private var missing: Set<MissingFact> = []
    /// The list that came last: neighbours often share it.
    private var lastMissing: [MissingFact] = []

    private struct Part<Member> {
        var members: [Member] = []
        var severity = Severity.info
        var phase = Phase.g5

        mutating func add(_ member: Member, _ finding: Finding) {
            members.append(member)
            severity = max(severity, finding.severity)
            phase = min(phase, finding.phase)
        }
    }

    init(_ finding: Finding) {
        rule = finding.rule
        agency = finding.agency
        add(finding)
    }

    mutating func add(_ finding: Finding) {
        guard finding.verdict == .unknown else {
            if finding.verdict == .fail || finding.verdict == .warn { hasAction = true }
            return counted.add((finding.subject, finding.verdict), finding)
        }
        unknown.add(finding.subject, finding)
        guard finding.missing != lastMissing else { return }
        missing.formUnion(finding.missing)
        lastMissing = finding.missing
    }

    /// Nil: nothing has to be done or answered.
    func item(_ waivers: WaiverIndex) -> ChecklistItem? {
        guard !counted.members.isEmpty else { return nil }
        let own = waivers.waivers(rule: rule, agency: agency)
        let subjects = counted.members.sorted { $0.subject < $1.subject }.map { entry in
            ChecklistItem.Subject(
                entry.subject, verdict: entry.verdict, isWaived: own.contains { waivers.covers($0, entry.subject) })
        }
        return ChecklistItem(
            rule: rule, agency: agency, kind: hasAction ? .action : .question, subjects: subjects,
            status: subjects.allSatisfy(\.isWaived) ? .waived : .open, severity: counted.severity,
            phase: counted.phase,
            waiver: own.first { waiver in counted.members.contains { waivers.covers(waiver, $0.subject) } })
    }

    /// Nil: everything is known.
    var unsettled: UnsettledItem? {
        guard !unknown.members.isEmpty else { return nil }
        return UnsettledItem(
            rule: rule, agency: agency, severity: unknown.severity, phase: unknown.phase,
            subjects: unknown.members.sorted(), missing: missing.sorted())
    }
}

import AuditRules
import Messages
import NetworkTypes

extension FindingDocument {
    /// `rule` is nil where the catalogue has lost it: then its id stands for its text.
    init(_ finding: Finding, rule: Rule?, hidden: HiddenNames) {
        let masked = finding.masked(hidden)
        self.init(
            rule: finding.rule, verdict: finding.verdict.rawValue, severity: finding.severity.rawValue,
            phase: finding.phase.rawValue, agency: finding.agency, subject: SubjectDocument(masked.subject),
            evidence: finding.evidence.map { EvidenceDocument($0, hidden: hidden) },
            missing: finding.missing.map(MissingDocument.init), values: masked.values,
            text: LocalizedTextDocument(masked.sentence(by: rule)))
    }
}

extension Finding {
    fileprivate func masked(_ hidden: HiddenNames) -> Finding {
        Finding(
            rule: rule, verdict: verdict, severity: severity, phase: phase, agency: agency,
            subject: Subject(subject.kind, hidden.masked(subject.id)), values: values.mapValues(hidden.masked))
    }

    fileprivate func sentence(by rule: Rule?) -> LocalizedText {
        guard let rule else { return LocalizedText(vi: self.rule, en: self.rule) }
        let template =
            switch verdict {
            case .fail: rule.text.finding
            case .warn: rule.text.warning
            case .needsAnswer: rule.question?.ask ?? rule.text.title
            case .unknown, .pass, .notApplicable: rule.text.title
            }
        return LocalizedText(vi: text(template, in: .vietnamese), en: text(template, in: .english))
    }
}

extension SubjectDocument {
    init(_ subject: Subject) { self.init(kind: subject.kind.rawValue, id: subject.id) }
}

extension MissingDocument {
    init(_ missing: MissingFact) { self.init(fact: missing.fact.definition.name, command: missing.command) }
}

extension EvidenceDocument {
    init(_ evidence: Evidence, hidden: HiddenNames) {
        switch evidence {
        case .packet(let capture, let frame, let time, let filter):
            self = .packet(capture: capture, frame: frame, time: "\(time)", filter: hidden.masked(filter))
        case .file(let path, let line): self = .file(path: path, line: line)
        case .probe(let name, let time): self = .probe(name: hidden.masked(name), time: "\(time)")
        }
    }
}

extension EvaluatedDocument {
    init(_ count: EvaluatedCount) {
        self.init(
            rule: count.rule, agency: count.agency, pass: count.pass, fail: count.fail, warn: count.warn,
            unknown: count.unknown, notApplicable: count.notApplicable, needsAnswer: count.needsAnswer)
    }
}

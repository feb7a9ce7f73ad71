/// Column titles and other single words of the written report.
public enum ReportLabel: LocalizedMessage, Hashable {
    // MARK: Title block
    case asOf, window, audit, policy, authorisation
    case file, packets, from, to, sha256, complete, incomplete, condition

    // MARK: Agencies and states
    case agency, level, phase, phaseReached, blockedBy, state, total, coverage

    // MARK: Checklist
    case number, rule, content, subjects, severity, assignee, due, status, until
    case found, why, remediation, verify, references, evidence
    case missing, command, question
    case capture, frame, time, filter

    // MARK: Tables
    case segment, kind, prefixes, plan, machines, system, owner, components, host
    case macs, ipv4, ipv6, roles, provisional, claims, strength
    case claim, reasons, merges, rejected, key, confidence, joins, because, about, address, behind
    case term, meaning, planned, notPlanned

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}

/// Column titles and other single words of the written report.
public enum ReportLabel: LocalizedMessage, Hashable {
    // MARK: Title block
    case asOf, window, audit, site, policy, authorisation
    case file, packets, bytes, from, to, sha256, complete, incomplete, condition, generatedBy

    // MARK: Agencies and states
    case agency, level, phase, phaseReached, blockedBy, state, count, share, total, coverage, none

    // MARK: Checklist
    case number, rule, content, subjects, severity, assignee, due, status, waiver, reason, document, approver, until
    case found, why, remediation, verify, references, evidence
    case missing, command, question, verdict
    case capture, frame, time, filter, line, probe

    // MARK: Tables
    case segment, kind, prefixes, plan, machines, system, owner, component, components, host
    case names, macs, ipv4, ipv6, roles, flags, provisional
    case claim, reasons, merges, rejected, key, confidence, joins, because, about, address, behind, family
    case term, meaning, planned, notPlanned, atLeast

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}

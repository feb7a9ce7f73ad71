import AuditRules
import Checklists
import NetworkTypes
import SiteModel

extension AgencyChecklistDocument {
    init(_ checklist: Checklist, hidden: HiddenNames) {
        self.init(
            agency: checklist.agency, phase: checklist.phase.rawValue, phaseBlockedBy: checklist.phaseBlockedBy,
            items: checklist.items.map { ChecklistItemDocument($0, hidden: hidden) },
            toSettle: checklist.toSettle.map { UnsettledItemDocument($0, hidden: hidden) })
    }
}

extension ChecklistItemDocument {
    init(_ item: ChecklistItem, hidden: HiddenNames) {
        self.init(
            id: item.id, rule: item.rule, kind: item.kind.rawValue,
            subjects: item.subjects.map { subject in
                ChecklistSubjectDocument(
                    kind: subject.subject.kind.rawValue, id: hidden.masked(subject.subject.id),
                    verdict: subject.verdict.rawValue, waived: subject.isWaived)
            },
            status: item.status.rawValue, severity: item.severity.rawValue, phase: item.phase.rawValue,
            assignee: item.assignee, due: item.due.map { "\($0)" }, note: item.note,
            waiver: item.waiver.map(WaiverDocument.init))
    }
}

extension UnsettledItemDocument {
    init(_ item: UnsettledItem, hidden: HiddenNames) {
        self.init(
            id: item.id, rule: item.rule, severity: item.severity.rawValue, phase: item.phase.rawValue,
            subjects: item.subjects.map { SubjectDocument(kind: $0.kind.rawValue, id: hidden.masked($0.id)) },
            missing: item.missing.map(MissingDocument.init))
    }
}

extension WaiverDocument {
    init(_ waiver: Waiver) {
        self.init(
            subjects: waiver.subjects, reason: waiver.reason, approver: waiver.approver, document: waiver.document,
            date: "\(waiver.date)", until: "\(waiver.until)")
    }
}

/// The words for the codes of the outputs: states, phases, severities and the like. A code that is not in the
/// vocabulary, from a newer version or an own rule, stands for itself.
public enum ReportTerm: LocalizedMessage, Hashable {
    case hostState(String)
    /// What the state means, in plain words.
    case hostStateMeaning(String)
    case segmentState(String)
    case segmentStateMeaning(String)
    /// Of a service, a component or a system.
    case serviceState(String)
    case serviceStateMeaning(String)
    /// `G0` … `G5`.
    case phase(String)
    case severity(String)
    case verdict(String)
    /// Of a checklist item.
    case status(String)
    case provisionalReason(String)
    case flag(String)
    case role(String)
    /// The family of an operating system.
    case system(String)
    /// What a belief about a machine rests on.
    case claimEvidence(String)
    /// A key of the merging of addresses into one machine.
    case mergeKey(String)
    /// Why a key did not join.
    case rejection(String)
    /// A step of the proof of a state.
    case claim(String)
    case agencyLevel(String)
    case segmentKind(String)
    /// What the owner wants a segment to become.
    case planTarget(String)

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}

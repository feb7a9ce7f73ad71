/// The sentences of the report's summary, right for none, one and many.
public enum ReportSentence: LocalizedMessage, Hashable {
    /// Machines of any state; `segments` are those with at least one of them.
    case hostsSeen(Int, segments: Int)
    /// Those with a final state, of all that were seen.
    case determined(Int, of: Int)
    /// One sentence for a state and its share of the machines with a final state. `state` as in the outputs.
    case inState(String, Int, of: Int)
    case undetermined(Int)
    /// The programme counts a latent machine as IPv4 only.
    case latentFootnote
    /// Checklist items that are neither done nor waived.
    case openItems(Int, blockers: Int, high: Int)
    /// Rules that no evidence could decide, or that a person must answer.
    case undecidedRules(unknown: Int, questions: Int)
    /// Listed assets that were seen.
    case inventoryCoverage(Int, of: Int)
    /// `12/15 thiết bị đã xác định`: printed next to a ratio.
    case coverage(Int, of: Int)
    /// A higher state of an earlier audit that figures still count.
    case held(state: String, since: String)
    /// How sure the weakest join of a machine's addresses is.
    case mergedTogether(percent: String)
    /// What the known components of a system amount to, where others are not known.
    case knownParts(state: String)

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}

/// Headings, notes and longer texts of the written report. Column titles and other single words are `ReportLabel`.
public enum ReportMessage: LocalizedMessage, Hashable {
    // MARK: Title block
    case reportTitle
    case demonstrationTitle
    /// The policy that the states were decided by, in minutes of observation.
    case demonstration(minutes: Int, workingDay: Bool)
    case policy(minutes: Int, workingDay: Bool)
    case restricted
    /// The document numbers that allow the captures, as the site lists them.
    case authorised(documents: [String])
    case notAuthorised
    case skipToContent
    case contents
    case backToContents

    // MARK: Headings
    case whereTheOfficeStands, phases, picture, checklists, segments, systems, hosts, hostEvidence, glossary
    case method, limits, captures
    case openItems, undecided, questions, closedItems
    case unmergedAddresses

    // MARK: Notes
    case phasesNote
    /// Every phase needs every mandatory rule below it.
    case nothingBlocks
    case pictureNote
    case undetermined
    case allAgencies
    case unassigned
    case unassignedNote
    case idleAgencies
    case noFindings
    /// Of an agency that no capture shows.
    case notObserved
    case noOpenItems
    case undecidedNote
    case questionsNote
    case hostsNote
    case mergesNote
    case unmergedNote
    case noHosts, noSegments, noSystems, noCaptures, noAgencies
    case noReasons
    case noEvidence
    case textMissing(rule: String)
    case notVerified
    case listCut(shown: Int, total: Int)
    case more(Int)
    case evidence(Int)
    case openFilter
    /// Inside a sentence; as Wireshark counts, so without grouping.
    case frameNumber(UInt64)
    case lineNumber(Int)

    // MARK: Method and limits
    case methodObservation, methodStates, methodCounting, methodPhases, methodProof
    case limitPassive, limitWindow, limitEncrypted, limitRouted, limitMulticast, limitIdentity, limitLaw

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}

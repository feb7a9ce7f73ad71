/// What the commands themselves say: results, errors, progress. Help texts are in `HelpMessage`.
public enum CommandMessage: LocalizedMessage {
    case progress(path: String, megabytes: Int, totalMegabytes: Int?, packetsPerSecond: Int, secondsLeft: Int?)
    case cannotWrite(path: String, reason: String)
    case interrupted
    case noInput
    case unknownFormat(path: String)
    case siteFolderMissing(path: String)
    case siteHasProblems(count: Int)
    case auditStored(id: String, asOf: String)
    case auditAlreadyStored(id: String)
    case reportWritten(path: String)
    case noAuditYet(site: String)
    case noAuditBefore(date: String)
    case unknownAgency(id: String, known: [String])
    case unknownSubject(text: String)
    case unknownRule(id: String, suggestion: String?)
    case invalidDate(text: String)
    case folderExists(path: String)
    case sampleMissing(path: String)
    case needsTerminal
    case askAgencyID
    case askAgencyName
    case askPrefixes
    case invalidAgencyID(text: String)
    case invalidPrefix(text: String)
    case emptyAgencyName
    case siteCreated(path: String)
    case stateSecretCapture(segment: String)
    case segmentUnknown(id: String, known: [String])
    case rulesAreValid(count: Int)
    case rulesHaveProblems(count: Int)
    case scanSummary(captures: Int, packets: String, hosts: Int)
    case hostLine(id: String, state: String, provisional: Bool)
    /// Over the protocols that routers speak, with the number of their senders.
    case routingHeading
    /// Over the names of servers; `count` of different names.
    case serverNamesHeading(count: Int)
    /// Names that the site's privacy policy hides.
    case serverNamesHidden(count: Int)
    case neighboursHeading(count: Int)
    /// Over services by name, with their states.
    case servicesHeading(count: Int)
    case explainServices
    /// A higher state of an earlier audit that figures still count.
    case heldState(state: String, since: String)
    /// A neighbour that gave no name, or one that is hidden.
    case unnamedNeighbour
    /// What a neighbour says that it is.
    case neighbourRole(String)
    /// Further lines that are left out.
    case andMore(count: Int)
    case checklistHead(agency: String, phase: String)
    case checklistCounts(open: Int, unknown: Int, needsAnswer: Int)
    case toSettle
    case subjects(count: Int)
    case verdictWord(String)
    case severityWord(String)
    case evidenceLine(capture: String, frame: String, time: String)
    case missingLine(fact: String, command: String)
    case explainVerdicts
    case explainMerges
    case explainRejected
    case explainReasons
    /// Over what is believed of a machine.
    case explainClaims
    case claimLine(value: String, percent: Int, because: String)
    /// A key in words, with what the joined have in common.
    case mergedBy(key: String, percent: Int, value: String?)
    case mergeJoins(String)
    /// How sure the weakest join of a machine is, its keys taken together.
    case mergedTogether(percent: Int)
    /// Further frames that show the same.
    case moreProofs(count: Int)
    case mergeStated
    case rejectedBecause(key: String, because: String)
    case rejectedAbout(String)
    case unassigned
    case provisionalBecause(String)
    case storeReadFailed(reason: String)
    case rulesFolderMissing(path: String)
    case notUTF8(path: String)
    case headingFinding, headingWhy, headingRemediation, headingVerify, headingReferences
    case notVerified
    case doctorOK
    case doctorProblem
    case doctor(DoctorFact)

    /// What `doctor` looks at.
    public enum DoctorFact: Sendable {
        case readsCaptures
        case fullLanguage(String)
        case siteLoads(path: String)
        case siteFails(path: String)
        case historyReadable(audits: Int)
        case historyMissing
        case historyUnreadable(path: String)
        case moveHistory
        case diskFree(megabytes: Int)
        case diskFull(path: String, megabytes: Int)
        case hasIPv6
        case noIPv6
        case hasTshark
        case noTshark
        case canCapture
        case cannotCapture
        case installTshark
        case freeSpace
        case fixSite
        case grantCapture
        case addIPv6
    }
}

extension CommandMessage {
    /// A key of merging with its words: `B1, the same SSH key`.
    static func key(_ code: String, _ language: Language) -> String {
        "\(code.printable), \(ReportTerm.mergeKey(code).text(in: language))"
    }
}

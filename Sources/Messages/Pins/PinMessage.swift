/// What is said about a person's statements about machines. Help texts are in `PinHelpMessage`.
public enum PinMessage: LocalizedMessage {
    // MARK: The list
    case none(file: String)
    case relation(isSame: Bool)
    /// Who said it, when and why.
    case said(by: String, on: String, why: String?)
    case noAudit
    case notInAudit(id: String)
    case holds(audit: String, hosts: [String])
    case against(reason: String)

    // MARK: Changes
    case added(file: String, line: Int)
    case removed(file: String, line: Int)
    case wouldAdd(file: String, line: Int)
    case wouldRemove(file: String, line: Int)
    case alreadyStated(file: String, line: Int)
    case notSeen(text: String, audit: String)

    // MARK: Refused
    case unknownHost(text: String)
    case noAuditForHost(id: String, site: String)
    case hostWithoutKey(id: String)
    case sameHost(text: String)
    case needsOffice(site: String)
    case unknownNumber(Int, count: Int)
    /// The statements that stand against each other, each as `FILE:LINE: TEXT`.
    case contradiction(statements: [String])
    case unknownForm(file: String, line: String)

    // MARK: Usage
    case needsTwoHosts
    case sameOrDifferent
    case needsReason
    case oneLine(option: String)
    case listOrUndo
    case notTogether(option: String, with: String)

    public func text(in language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}

/// What is said about capturing an interface. Help texts are in `LiveHelpMessage`.
public enum LiveMessage: LocalizedMessage {
    // MARK: Opening
    case noSuchInterface(name: String)
    case notPermitted(interface: String)
    case interfaceDown(interface: String)
    case invalidFilter(expression: String, reason: String)
    case linkTypeChanged(interface: String, from: String, to: String)
    case failed(interface: String, reason: String)
    case rightsKept(step: String, reason: String)
    case runsAs(user: String)
    case listFailed(reason: String)

    // MARK: What the site allows
    case segmentNeeded(interface: String, file: String)
    case stateSecret(segment: String, file: String)
    case noAuthorisation(segment: String, file: String)
    case authorisationOver(id: String, segment: String, last: String, file: String)
    case authorisationNotYet(id: String, segment: String, first: String, file: String)
    case authorisationIncomplete(id: String, missing: [AuthorisationPart], file: String)
    case permissionEnded(at: String)

    // MARK: Running
    /// Counts are text, so that no language groups digits another way.
    case progress(interface: String, packets: String, dropped: String, packetsPerSecond: String, file: String?)
    case wentDown(interface: String)
    case cameBack(interface: String, seconds: Int)
    case summary(interface: String, packets: String, received: String, byKernel: String, byInterface: String)
    case packetsMissing
    case gaps(count: String)

    // MARK: Files
    case cannotCreate(path: String, reason: String)
    case folderClosed(path: String, user: String)
    case writeFailed(path: String, reason: String)
    case diskFull(path: String)
    case filesRemoved(count: String)

    // MARK: Usage
    case eitherFilesOrInterface
    case needsInterface(option: String)
    case needsFile(option: String)
    case seriesNeedsLimit
    case invalidCriterion(option: String, text: String, known: [String])
    case invalidNumber(option: String)

    // MARK: The list of interfaces
    case interfaceWord(InterfaceWord)

    /// A part of an authorisation that the law wants.
    public enum AuthorisationPart: String, Sendable { case signer, from, to }

    public enum InterfaceWord: Sendable { case up, down, noCarrier, loopback, wireless }

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}

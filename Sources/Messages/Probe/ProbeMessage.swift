/// What is said about active probes.
public enum ProbeMessage: LocalizedMessage {
    public enum Part: String, Sendable, CaseIterable {
        case document, signer, from, to
    }

    public enum Reason: String, Sendable, CaseIterable {
        case outsideScope, stateSecret, notAuthorised
    }

    public enum Grade: String, Sendable, CaseIterable {
        case none, assigned, reachable, operational
    }

    public enum State: String, Sendable, CaseIterable {
        case dualOK, dualDegraded, dualBroken, ipv4Only, ipv6OnlyOK, ipv6Latent, notTested, unreachableBoth
    }

    public enum Content: String, Sendable, CaseIterable {
        case same, different, notCompared
    }

    // MARK: Refused
    case noAuthorisation(file: String)
    case authorisationIncomplete(id: String, missing: [Part], file: String)
    case authorisationNotYet(id: String, first: String, file: String)
    case authorisationOver(id: String, last: String, file: String)
    case segmentsNotCovered(segments: [String], file: String)
    case rateAboveSite(rate: Int, limit: Int, file: String)
    case unknownHost(text: String)
    case nothingToResume(folder: String)
    case planChanged(file: String)
    case recordFailed(file: String, reason: String)

    // MARK: Usage
    case invalidInterval(text: String)
    case invalidTries(most: Int)
    case invalidRate
    case notTogether(option: String, with: String)

    // MARK: The plan
    case planSummary(targets: Int, packets: Int, packetsPerSecond: Int, minutes: Int)
    case planTarget, packets
    case laterTitle
    case laterLine(host: String, name: String, checks: String, packets: Int)
    case refusedTitle(count: Int)
    case reason(Reason)
    case nothingToDo

    // MARK: The result
    case vantage(ipv4: Bool, ipv6: Bool)
    case service, state
    case grade(Grade)
    case serviceState(State)
    case content(Content)
    case notAsked
    case resultSummary(results: Int, packets: Int)
    case notComplete(site: String)
    case progress(done: Int, total: Int, packets: Int, waiting: Int?)

    public func text(in language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}

import NetworkTypes
import TrafficObservation

/// What is known of a service over one family: its addresses, and what came of asking them.
struct FamilyEvidence {
    let answer: FamilyAnswer
    let proofs: [ServiceProof]

    init(_ answer: FamilyAnswer, _ proofs: [ServiceProof] = []) {
        self.answer = answer
        self.proofs = proofs
    }

    /// - Parameters:
    ///   - isAbsent: No address is known because there is none.
    ///   - needsAll: Every address must have answered, as all that a name publishes must; else one is enough.
    init(
        _ family: AddressFamily, _ addresses: some Sequence<IPAddress>, _ transport: IPProtocol, _ port: UInt16,
        _ attempts: ServiceAttempts, isAbsent: Bool, needsAll: Bool
    ) {
        var answers: [FamilyAnswer] = []
        var proofs: [ServiceProof] = []
        for address in addresses where address.family == family {
            let outcome = attempts.outcomes[Endpoint(address: address, transport: transport, port: port)]
            answers.append(outcome?.answer ?? .notTested)
            if let (code, proof) = outcome?.proof { proofs.append(ServiceProof(code, family, proof)) }
        }
        self.proofs = proofs
        answer = answers.isEmpty ? (isAbsent ? .none : .notTested) : Self.together(answers, needsAll: needsAll)
    }

    private static func together(_ answers: [FamilyAnswer], needsAll: Bool) -> FamilyAnswer {
        if answers.contains(.partial) { return .partial }
        let working = answers.count { $0 == .works }
        let untested = answers.count { $0 == .notTested }
        if working == answers.count { return .works }
        if working > 0 {
            if working + untested < answers.count { return .partial }
            return needsAll ? .worksSoFar : .works
        }
        // What was not tried may work.
        if untested > 0 { return .notTested }
        return answers.contains(.hangs) ? .hangs : answers.contains(.refused) ? .refused : .silent
    }
}

extension ServiceState {
    /// The state of a name's service. Domain reference §4.4.
    ///
    /// - Parameter latent: The machine answers over an IPv6 address that the name does not publish.
    static func ofName(_ ipv4: FamilyEvidence, _ ipv6: FamilyEvidence, latent: Bool) -> ServiceState {
        switch (ipv4.answer, ipv6.answer) {
        case (.none, .none): .intentionallyNone
        case (_, .notTested), (_, .worksSoFar): .notTested
        case (.works, .none), (.partial, .none): latent ? .ipv6Latent : .ipv4Only
        case (.notTested, .none): .notTested
        case (_, .none): .unreachableBoth
        case (.none, .works): .ipv6OnlyOK
        case (.works, .works): .dualOK
        case (.notTested, .works): .notTested
        case (_, .works): .dualDegraded
        case (_, .partial): .dualDegraded
        case (.works, .hangs), (.partial, .hangs): .dualDegraded
        case (.works, _), (.partial, _): .dualBroken
        case (.notTested, _): .notTested
        default: .unreachableBoth
        }
    }

    /// The state of a machine's port, which no name publishes: a closed IPv6 port is no broken promise.
    static func ofPort(_ ipv4: FamilyEvidence, _ ipv6: FamilyEvidence) -> ServiceState {
        switch (ipv4.answer, ipv6.answer) {
        case (.works, .refused), (.works, .silent): .ipv4Only
        case (.none, .none): .notTested
        default: ofName(ipv4, ipv6, latent: false)
        }
    }
}

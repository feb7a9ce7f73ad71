import TrafficObservation

/// Whether a name server answers over UDP: the SOA of a zone of the scope, else of the root.
final class NameServerProbe: CheckRun, ExchangeSeries {
    private let checks: [ProbeCheck]
    private let peer: PermittedAddress
    private let questionName: String
    var current: (any Exchange)?
    private(set) var report = ActionReport()

    init(_ checks: [ProbeCheck], to peer: PermittedAddress, _ context: CheckContext) {
        self.checks = checks
        self.peer = peer
        questionName = context.questionName ?? "."
    }

    func next() -> (any Exchange)? {
        guard let check = checks.first, let port = check.port else { return nil }
        guard let query = current as? NameQuery else {
            return NameQuery(questionName, .soa, to: peer, port: port)
        }
        if let answer = query.answer {
            let finding = CheckFinding.nameAnswer(answer, query.milliseconds ?? 0, over: query.transport)
            report.layers = [.found(check, finding)]
        } else {
            report.layers = [.failed(check, query.outcome, detail: query.detail)]
        }
        return nil
    }
}

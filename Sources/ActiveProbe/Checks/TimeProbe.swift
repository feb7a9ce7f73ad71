import TrafficObservation

/// What time a server has.
final class TimeProbe: CheckRun, ExchangeSeries {
    private let checks: [ProbeCheck]
    private let peer: PermittedAddress
    var current: (any Exchange)?
    private(set) var report = ActionReport()

    init(_ checks: [ProbeCheck], to peer: PermittedAddress) {
        self.checks = checks
        self.peer = peer
    }

    func next() -> (any Exchange)? {
        guard let check = checks.first, let port = check.port else { return nil }
        guard let last = current as? DatagramExchange else {
            let request = TimeMessage.request()
            return DatagramExchange(to: peer, port: port, request: request, what: check.description) {
                TimeMessage.isAnswer($0, to: request)
            }
        }
        switch last.ending {
        case .answered(let bytes, let milliseconds):
            report.layers = [.found(check, TimeMessage.finding(bytes, milliseconds: milliseconds))]
        case .failed(let outcome, let detail): report.layers = [.failed(check, outcome, detail: detail)]
        }
        return nil
    }
}

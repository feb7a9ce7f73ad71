import TrafficObservation

/// Echo, and over IPv6 the largest packet that comes through: with each size said by "packet too big" tried in turn, and
/// sizes that tunnels leave where large packets vanish without a word. RFC 8201 §4, RFC 8899 §3.
final class EchoProbe: CheckRun, ExchangeSeries {
    private static let ordinarySize = 84
    /// The Ethernet MTU, then what PPPoE and tunnels leave of it, then the least that IPv6 allows.
    private static let sizes = [1500, 1492, 1480, 1472, 1460, 1400, 1280]

    private let checks: [ProbeCheck]
    private let peer: PermittedAddress
    var current: (any Exchange)?
    private var size = 0
    private var steps = 0
    private var isEchoDone = false
    private var largestLost = Int.max
    private var saidMTU = false
    private(set) var report = ActionReport()

    init(_ checks: [ProbeCheck], to peer: PermittedAddress) {
        self.checks = checks
        self.peer = peer
    }

    private var mtuCheck: ProbeCheck? { checks.first { $0.kind == .pathMTU } }

    func next() -> (any Exchange)? {
        guard let last = current as? EchoExchange else {
            guard let check = checks.first else { return nil }
            return EchoExchange(to: peer, size: Self.ordinarySize, what: check.description)
        }
        if !isEchoDone {
            isEchoDone = true
            guard noteEcho(last.ending), let mtuCheck else { return nil }
            size = Self.sizes[0]
            return large(mtuCheck)
        }
        guard let mtuCheck else { return nil }
        return step(last.ending, mtuCheck)
    }

    /// Whether it was answered.
    private func noteEcho(_ ending: EchoExchange.Ending) -> Bool {
        guard let check = checks.first else { return false }
        switch ending {
        case .answered(let milliseconds):
            var layer = ActionReport.Layer(check, .reachable, .answered)
            layer.milliseconds = milliseconds
            report.layers.append(layer)
            return true
        case .tooBig: report.layers = checks.map { .failed($0, .unreachable, detail: "too-big") }
        case .failed(let outcome, let detail):
            report.layers = checks.map { .failed($0, outcome, detail: detail) }
        }
        return false
    }

    private func large(_ check: ProbeCheck) -> EchoExchange {
        steps += 1
        return EchoExchange(to: peer, size: size, what: "\(check)/\(size)")
    }

    private func step(_ ending: EchoExchange.Ending, _ check: ProbeCheck) -> EchoExchange? {
        switch ending {
        case .answered(let milliseconds):
            var layer = ActionReport.Layer(check, .operational, .answered)
            layer.value = UInt32(clamping: size)
            layer.milliseconds = milliseconds
            // Larger packets vanished, and nobody said why: a black hole. RFC 2923 §2.1.
            if largestLost != .max, !saidMTU { layer.detail = "no-packet-too-big" }
            report.layers.append(layer)
            return nil
        case .tooBig(let mtu):
            saidMTU = true
            let next = mtu >= 1280 && mtu < size ? mtu : smaller
            return proceed(to: next, check, .unreachable)
        case .failed(let outcome, let detail):
            guard outcome == .timedOut else {
                report.layers.append(.failed(check, outcome, detail: detail, isConnected: true))
                return nil
            }
            largestLost = min(largestLost, size)
            // In the last step the least size says whether anything large comes through.
            return proceed(to: steps + 1 >= ProbeLimits.pathMTUSteps ? 1280 : smaller, check, .timedOut)
        }
    }

    private var smaller: Int? { Self.sizes.first { $0 < size } }

    private func proceed(to next: Int?, _ check: ProbeCheck, _ outcome: ProbeOutcome) -> EchoExchange? {
        guard let next, next < size, steps < ProbeLimits.pathMTUSteps else {
            report.layers.append(.failed(check, outcome, detail: "below-\(size)", isConnected: true))
            return nil
        }
        size = next
        return large(check)
    }
}

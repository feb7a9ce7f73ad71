import NetworkTypes
import TrafficObservation

/// A connection and the chain of checks above it. Redirects of a web service are followed on the same address, under the
/// same name: nothing else has been permitted, and no other machine's turn is taken.
final class StreamProbe: CheckRun, ExchangeSeries {
    /// Ports on which a redirect is followed.
    private static let webPorts: Set<UInt16> = [80, 443, 8080, 8443]

    private let checks: [ProbeCheck]
    private let name: String?
    private let peer: PermittedAddress
    private let context: CheckContext
    private var conversation: (any Conversation)?
    private var web: WebConversation?
    private var place: WebAddress?
    private var redirects = 0
    var current: (any Exchange)?
    private(set) var report = ActionReport()

    init(_ checks: [ProbeCheck], name: String?, to peer: PermittedAddress, _ context: CheckContext) {
        self.checks = checks
        self.name = name
        self.peer = peer
        self.context = context
    }

    func next() -> (any Exchange)? {
        guard let last = current as? StreamExchange else { return begin() }
        if redirects == 0 { note(last) }
        // The page at the end of the way is the one to compare.
        if let page = conversation?.page { report.page = page }
        return follow()
    }

    // MARK: The first connection

    private func begin() -> StreamExchange? {
        guard let port = checks.first?.port else { return nil }
        var inner: (any Conversation)?
        var tls: ProbeCheck?
        for check in checks {
            switch check.kind {
            case .tls: tls = check
            case .http, .https:
                let isTLS = check.kind == .https
                let host = name ?? (peer.address.family == .ipv6 ? "[\(peer.address)]" : "\(peer.address)")
                let place = WebAddress(isTLS: isTLS, host: host, port: port, path: "/")
                self.place = place
                let web = WebConversation(check, host: place.authority, path: place.path)
                self.web = web
                inner = web
            case .smtp: inner = BannerConversation(check)
            case .ssh: inner = SSHConversation(check)
            case .dns:
                let question = NameMessage.Question(
                    name: context.questionName ?? ".", kind: .soa, identifier: .random(in: 0 ... .max))
                inner = NameMessage.bytes(of: question).map { NameConversation(check, request: $0) }
            case .tcp, .icmpEcho, .ntp, .pathMTU: break
            }
        }
        conversation = tls.map { TLSConversation($0, name: name, inner: inner) } ?? inner
        let what = checks.map(\.description).joined(separator: "+")
        return StreamExchange(to: peer, port: port, what: what, conversation: conversation)
    }

    private func note(_ exchange: StreamExchange) {
        var broken: (outcome: ProbeOutcome, detail: String?)?
        switch exchange.ending {
        case .notConnected(let outcome, let detail):
            report.layers = checks.map { .failed($0, outcome, detail: detail) }
            return
        case .broken(let outcome, let detail): broken = (outcome, detail)
        case .finished: break
        }
        report.identities = conversation?.identities ?? []
        for check in checks {
            if check.kind == .tcp {
                // Alone it is all that can be known of the service; below another check it is a step to it.
                var layer = ActionReport.Layer(check, checks.count == 1 ? .operational : .reachable, .answered)
                layer.milliseconds = exchange.connectMilliseconds
                report.layers.append(layer)
            } else if let finding = conversation?.finding(for: check) {
                report.layers.append(.found(check, finding))
                if finding.isMismatch { broken = (.mismatch, finding.detail) }
                // The head came, the page did not: that is how a path that swallows large packets looks.
                if let broken, broken.outcome == .timedOut, check.kind == .http || check.kind == .https {
                    report.layers[report.layers.count - 1].grade = ProbeGrade.reachable.rawValue
                    report.layers[report.layers.count - 1].detail = "incomplete"
                }
            } else {
                report.layers.append(
                    .failed(check, broken?.outcome ?? .mismatch, detail: broken?.detail, isConnected: true))
            }
        }
    }

    // MARK: Redirects

    private func follow() -> StreamExchange? {
        guard redirects < ProbeLimits.redirects, let location = web?.redirect,
            let next = place?.following(location), next.host == place?.host, next != place,
            Self.webPorts.contains(next.port)
        else { return nil }
        redirects += 1
        place = next
        let check = ProbeCheck(next.isTLS ? .https : .http, port: next.port)
        let web = WebConversation(check, host: next.authority, path: next.path)
        self.web = web
        conversation =
            next.isTLS ? TLSConversation(ProbeCheck(.tls, port: next.port), name: name, inner: web) : web
        return StreamExchange(to: peer, port: next.port, what: "redirect \(check)", conversation: conversation)
    }
}

import ActiveProbe
import AuditReport
import NetworkTypes
import TrafficObservation

/// `v6audit.probe/1`.
struct ProbeDocument {
    struct Vantage: Encodable { let ipv4, ipv6: Bool }
    struct Sent: Encodable { let packets: UInt64 }
    struct Result: Encodable {
        let host: String
        @ExplicitNull var name: String?
        let address, family, check, grade, outcome: String
        let tries: UInt16
        let time: String
        @ExplicitNull var milliseconds: UInt32?
        @ExplicitNull var value: UInt32?
        @ExplicitNull var detail: String?

        init(_ result: ProbeResult) {
            host = result.host
            _name = ExplicitNull(wrappedValue: result.name)
            address = "\(result.address)"
            family = result.address.family.name
            check = "\(result.check)"
            grade = result.grade.rawValue
            outcome = result.outcome.rawValue
            tries = result.tries
            time = "\(result.time)"
            _milliseconds = ExplicitNull(wrappedValue: result.milliseconds)
            _value = ExplicitNull(wrappedValue: result.value)
            _detail = ExplicitNull(wrappedValue: result.detail)
        }
    }
    struct Parity: Encodable {
        let host, service, ipv4, ipv6, content, state: String
        @ExplicitNull var ipv4Milliseconds: UInt32?
        @ExplicitNull var ipv6Milliseconds: UInt32?

        init(_ one: ServiceParity) {
            host = one.host
            service = "\(one.service)"
            ipv4 = one.ipv4.rawValue
            ipv6 = one.ipv6.rawValue
            content = one.content.rawValue
            state = one.state.rawValue
            _ipv4Milliseconds = ExplicitNull(wrappedValue: one.ipv4Milliseconds)
            _ipv6Milliseconds = ExplicitNull(wrappedValue: one.ipv6Milliseconds)
        }
    }
    struct Comparison: Encodable {
        let host: String
        @ExplicitNull var name: String?
        let check, content: String
        @ExplicitNull var similarity: UInt16?

        init(_ comparison: ProbeComparison) {
            host = comparison.host
            _name = ExplicitNull(wrappedValue: comparison.name)
            check = "\(comparison.check)"
            content = comparison.content.rawValue
            _similarity = ExplicitNull(wrappedValue: comparison.similarity)
        }
    }
    struct Identity: Encodable {
        let address, kind, value, time: String

        init(_ identity: ProbeIdentity) {
            address = "\(identity.address)"
            kind = identity.kind.rawValue
            value = identity.value
            time = "\(identity.time)"
        }
    }
    struct Pointer: Encodable { let address, name: String }
    struct Name: Encodable {
        let name: String
        @ExplicitNull var server: String?
        let aAnswered, aaaaAnswered: Bool
        let a, aaaa, nameServers, mailServers: [String]
        let nullMX: Bool
        let pointers: [Pointer]
        let time: String

        init(_ one: ProbedName) {
            name = one.name
            _server = ExplicitNull(wrappedValue: one.server.map { "\($0)" })
            aAnswered = one.isAAnswered
            aaaaAnswered = one.isAAAAAnswered
            a = one.a.map(\.description)
            aaaa = one.aaaa.map(\.description)
            nameServers = one.nameServers
            mailServers = one.mailServers
            nullMX = one.hasNullMX
            pointers = one.pointers.map { Pointer(address: "\($0.address)", name: $0.name) }
            time = "\(one.time)"
        }
    }

    private let run: ProbeRun
    private let parity: [ServiceParity]
    private let refused: [ProbePlan.Refused]

    init(_ run: ProbeRun, parity: [ServiceParity], refused: [ProbePlan.Refused]) {
        self.run = run
        self.parity = parity.sorted { $0.host != $1.host ? $0.host < $1.host : $0.service < $1.service }
        self.refused = refused
    }

    func print(_ failure: Failure) throws(ExitStatus) {
        var json = PiecewiseJSON(failure)
        try json.list("comparisons", run.comparisons.lazy.map(Comparison.init))
        try json.value("complete", run.isComplete)
        try json.value("digest", run.digest)
        try json.value("ended", "\(run.ended)")
        try json.list("identities", run.identities.lazy.map(Identity.init))
        try json.list("names", run.names.lazy.map(Name.init))
        try json.list("parity", parity.lazy.map(Parity.init))
        try json.list("refused", refused.lazy.map(ProbePlanDocument.Refused.init))
        let order = run.results.indices.sorted { Self.isBefore(run.results[$0], run.results[$1]) }
        try json.list("results", order.lazy.map { Result(run.results[$0]) })
        try json.value("schema", "v6audit.probe/1")
        try json.value("sent", Sent(packets: run.chargedPackets))
        try json.value("started", "\(run.started)")
        try json.value("vantage", Vantage(ipv4: run.vantage.ipv4, ipv6: run.vantage.ipv6))
        try json.end()
    }

    private static func isBefore(_ a: ProbeResult, _ b: ProbeResult) -> Bool {
        if a.host != b.host { return a.host < b.host }
        if a.address != b.address { return a.address < b.address }
        if a.check != b.check { return a.check < b.check }
        if a.name != b.name { return a.name ?? "" < b.name ?? "" }
        return a.detail ?? "" < b.detail ?? ""
    }
}

/// `v6audit.probe-plan/1`.
struct ProbePlanDocument {
    struct Target: Encodable {
        let host: String
        @ExplicitNull var name: String?
        let address, check, transport: String
        let packets: Int
    }
    struct Later: Encodable {
        let host, name: String
        let checks: [String]
        let packets: Int
    }
    struct Refused: Encodable {
        let host, address, reason: String

        init(_ refused: ProbePlan.Refused) {
            host = refused.host
            address = "\(refused.address)"
            reason = refused.reason.rawValue
        }
    }

    private let plan: ProbePlan

    init(_ plan: ProbePlan) { self.plan = plan }

    func print(_ failure: Failure) throws(ExitStatus) {
        var json = PiecewiseJSON(failure)
        try json.list(
            "afterResolution",
            plan.later.lazy.map {
                Later(host: $0.host, name: $0.name, checks: $0.checks.map(\.description), packets: $0.packets)
            })
        try json.value("digest", plan.digest)
        try json.value("packets", plan.packets)
        try json.list("refused", plan.refused.lazy.map(Refused.init))
        try json.value("schema", "v6audit.probe-plan/1")
        try json.list(
            "targets",
            plan.targets.lazy.map { target in
                Target(
                    host: target.host, name: target.name, address: "\(target.address)", check: "\(target.check)",
                    transport: target.transport.rawValue, packets: target.packets)
            })
        try json.end()
    }
}

import ActiveProbe
import AuditReport
import NetworkTypes
import TrafficObservation

/// `v6audit.probe/1`.
struct ProbeDocument: Encodable {
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
    }
    struct Parity: Encodable {
        let host, service, ipv4, ipv6, content, state: String
        @ExplicitNull var ipv4Milliseconds: UInt32?
        @ExplicitNull var ipv6Milliseconds: UInt32?
    }
    struct Comparison: Encodable {
        let host: String
        @ExplicitNull var name: String?
        let check, content: String
        @ExplicitNull var similarity: UInt16?
    }
    struct Identity: Encodable { let address, kind, value, time: String }
    struct Pointer: Encodable { let address, name: String }
    struct Name: Encodable {
        let name: String
        @ExplicitNull var server: String?
        let aAnswered, aaaaAnswered: Bool
        let a, aaaa, nameServers, mailServers: [String]
        let nullMX: Bool
        let pointers: [Pointer]
        let time: String
    }

    let schema = "v6audit.probe/1"
    let digest, started, ended: String
    let vantage: Vantage
    let complete: Bool
    let sent: Sent
    let results: [Result]
    let parity: [Parity]
    let comparisons: [Comparison]
    let identities: [Identity]
    let names: [Name]
    let refused: [ProbePlanDocument.Refused]

    init(_ run: ProbeRun, parity: [ServiceParity], refused: [ProbePlan.Refused]) {
        digest = run.digest
        started = "\(run.started)"
        ended = "\(run.ended)"
        vantage = Vantage(ipv4: run.vantage.ipv4, ipv6: run.vantage.ipv6)
        complete = run.isComplete
        sent = Sent(packets: run.chargedPackets)
        let order: (ProbeResult, ProbeResult) -> Bool = { a, b in
            if a.host != b.host { return a.host < b.host }
            if a.address != b.address { return a.address < b.address }
            if a.check != b.check { return a.check < b.check }
            return a.name ?? "" < b.name ?? ""
        }
        results = run.results.sorted(by: order).map { result in
            Result(
                host: result.host, name: result.name, address: "\(result.address)",
                family: result.address.family.name, check: "\(result.check)", grade: result.grade.rawValue,
                outcome: result.outcome.rawValue, tries: result.tries, time: "\(result.time)",
                milliseconds: result.milliseconds, value: result.value, detail: result.detail)
        }
        self.parity = parity.sorted { $0.host != $1.host ? $0.host < $1.host : $0.service < $1.service }.map { one in
            Parity(
                host: one.host, service: "\(one.service)", ipv4: one.ipv4.rawValue, ipv6: one.ipv6.rawValue,
                content: one.content.rawValue, state: one.state.rawValue, ipv4Milliseconds: one.ipv4Milliseconds,
                ipv6Milliseconds: one.ipv6Milliseconds)
        }
        comparisons = run.comparisons.map {
            Comparison(
                host: $0.host, name: $0.name, check: "\($0.check)", content: $0.content.rawValue,
                similarity: $0.similarity)
        }
        identities = run.identities.map {
            Identity(address: "\($0.address)", kind: $0.kind.rawValue, value: $0.value, time: "\($0.time)")
        }
        names = run.names.map { name in
            Name(
                name: name.name, server: name.server.map { "\($0)" }, aAnswered: name.isAAnswered,
                aaaaAnswered: name.isAAAAAnswered, a: name.a.map(\.description), aaaa: name.aaaa.map(\.description),
                nameServers: name.nameServers, mailServers: name.mailServers, nullMX: name.hasNullMX,
                pointers: name.pointers.map { Pointer(address: "\($0.address)", name: $0.name) },
                time: "\(name.time)")
        }
        self.refused = refused.map(ProbePlanDocument.Refused.init)
    }
}

/// `v6audit.probe-plan/1`.
struct ProbePlanDocument: Encodable {
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

    let schema = "v6audit.probe-plan/1"
    let digest: String
    let packets: Int
    let targets: [Target]
    let afterResolution: [Later]
    let refused: [Refused]

    init(_ plan: ProbePlan) {
        digest = plan.digest
        packets = plan.packets
        targets = plan.targets.map { target in
            Target(
                host: target.host, name: target.name, address: "\(target.address)", check: "\(target.check)",
                transport: target.transport.rawValue, packets: target.packets)
        }
        afterResolution = plan.later.map {
            Later(host: $0.host, name: $0.name, checks: $0.checks.map(\.description), packets: $0.packets)
        }
        refused = plan.refused.map(Refused.init)
    }
}

import NetworkTypes
import TrafficObservation

extension RowWriter {
    mutating func write(_ run: ProbeRun) {
        string(run.digest)
        time(run.started)
        time(run.ended)
        flags(run.isComplete, run.vantage.ipv4, run.vantage.ipv6)
        number(run.chargedPackets)
        list(run.results) { $0.write($1) }
        list(run.comparisons) { $0.write($1) }
        list(run.identities) {
            $0.address($1.address)
            $0.string($1.kind.rawValue)
            $0.string($1.value)
            $0.time($1.time)
        }
        list(run.names) { $0.write($1) }
    }

    private mutating func write(_ result: ProbeResult) {
        string(result.host)
        optional(result.name) { $0.string($1) }
        address(result.address)
        write(result.check)
        string(result.grade.rawValue)
        string(result.outcome.rawValue)
        number(result.tries)
        time(result.time)
        optional(result.milliseconds) { $0.number($1) }
        optional(result.value) { $0.number($1) }
        optional(result.detail) { $0.string($1) }
    }

    private mutating func write(_ check: ProbeCheck) {
        string(check.kind.rawValue)
        optional(check.port) { $0.number($1) }
    }

    private mutating func write(_ comparison: ProbeComparison) {
        string(comparison.host)
        optional(comparison.name) { $0.string($1) }
        write(comparison.check)
        string(comparison.content.rawValue)
        optional(comparison.similarity) { $0.number($1) }
    }

    private mutating func write(_ name: ProbedName) {
        string(name.name)
        optional(name.server) { $0.address($1) }
        flags(name.isAAnswered, name.isAAAAAnswered, name.hasNullMX)
        list(name.a) { $0.number($1.value) }
        list(name.aaaa) { $0.ipv6($1.high, $1.low) }
        list(name.nameServers) { $0.string($1) }
        list(name.mailServers) { $0.string($1) }
        list(name.pointers) {
            $0.address($1.address)
            $0.string($1.name)
        }
        time(name.time)
    }
}

extension RowReader {
    mutating func probeRun() throws(DamagedRow) -> ProbeRun {
        let digest = try string()
        let started = try time()
        let ended = try time()
        let state = try flags()
        var run = ProbeRun(
            digest: digest, started: started, ended: ended, isComplete: state[0],
            vantage: ProbeVantage(ipv4: state[1], ipv6: state[2]))
        run.chargedPackets = try number()
        run.results = try boundedList { reader throws(DamagedRow) in try reader.probeResult() }.compactMap { $0 }
        run.comparisons = try boundedList { reader throws(DamagedRow) in try reader.probeComparison() }.compactMap {
            $0
        }
        run.identities = try boundedList { reader throws(DamagedRow) in try reader.probeIdentity() }.compactMap { $0 }
        run.names = try boundedList { reader throws(DamagedRow) in try reader.probedName() }
        return run
    }

    private mutating func probeResult() throws(DamagedRow) -> ProbeResult? {
        let host = try string()
        let name = try optionalString()
        let address = try address()
        let check = try probeCheck()
        let grade = try self.name(ProbeGrade.self)
        let outcome = try self.name(ProbeOutcome.self)
        let tries = try number(UInt16.self)
        let time = try time()
        let milliseconds = try optional { reader throws(DamagedRow) in try reader.number(UInt32.self) }
        let value = try optional { reader throws(DamagedRow) in try reader.number(UInt32.self) }
        let detail = try optionalString()
        guard let check, let grade, let outcome else { return nil }
        return ProbeResult(
            host: host, name: name, address: address, check: check, grade: grade, outcome: outcome, tries: tries,
            time: time, milliseconds: milliseconds, value: value, detail: detail)
    }

    private mutating func probeCheck() throws(DamagedRow) -> ProbeCheck? {
        let kind = try name(ProbeCheck.Kind.self)
        let port = try optional { reader throws(DamagedRow) in try reader.number(UInt16.self) }
        return kind.map { ProbeCheck($0, port: port) }
    }

    private mutating func probeComparison() throws(DamagedRow) -> ProbeComparison? {
        let host = try string()
        let name = try optionalString()
        let check = try probeCheck()
        let content = try self.name(ProbeComparison.Content.self)
        let similarity = try optional { reader throws(DamagedRow) in try reader.number(UInt16.self) }
        guard let check, let content else { return nil }
        return ProbeComparison(host: host, name: name, check: check, content: content, similarity: similarity)
    }

    private mutating func probeIdentity() throws(DamagedRow) -> ProbeIdentity? {
        let address = try address()
        let kind = try name(IdentityKind.self)
        let value = try string()
        let time = try time()
        return kind.map { ProbeIdentity(address: address, kind: $0, value: value, time: time) }
    }

    private mutating func probedName() throws(DamagedRow) -> ProbedName {
        let text = try string()
        let server = try optional { reader throws(DamagedRow) in try reader.address() }
        let state = try flags()
        var name = ProbedName(name: text, server: server, time: CaptureTime(nanoseconds: 0))
        (name.isAAnswered, name.isAAAAAnswered, name.hasNullMX) = (state[0], state[1], state[2])
        name.a = try boundedList { reader throws(DamagedRow) in IPv4Address(value: try reader.number(UInt32.self)) }
        name.aaaa = try boundedList { reader throws(DamagedRow) in try reader.ipv6() }
        name.nameServers = try boundedList { reader throws(DamagedRow) in try reader.string() }
        name.mailServers = try boundedList { reader throws(DamagedRow) in try reader.string() }
        name.pointers = try boundedList { reader throws(DamagedRow) in
            ProbedPointer(address: try reader.address(), name: try reader.string())
        }
        name.time = try time()
        return name
    }
}

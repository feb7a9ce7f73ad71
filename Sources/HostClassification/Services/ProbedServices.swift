import HostCorrelation
import NetworkTypes
import TrafficObservation

/// What active checks, and scans by other tools, say of services.
struct ProbedServices {
    struct Observation {
        let endpoint: Endpoint
        let outcome: Outcome
        let proof: Proof
    }

    enum Outcome {
        case works, hangs, refused, silent
    }

    let observations: [Observation]

    init(_ set: ObservationSet) {
        guard let first = set.packetCaptures else {
            observations = []
            return
        }
        var result: [Observation] = []
        for (place, file) in set.imports.enumerated() where file.kind == .nmap {
            Self.add(file, capture: first + place, to: &result)
        }
        for (place, run) in set.probes.enumerated() {
            Self.add(run, capture: first + set.imports.count + place, to: &result)
        }
        observations = result
    }

    /// A scan says which ports are open on which machine.
    private static func add(_ file: ImportedFile, capture: Int, to result: inout [Observation]) {
        var addresses: [String: [IPAddress]] = [:]
        for host in file.hosts {
            let all = host.interfaces.flatMap(\.addresses).map(\.address)
            if let name = host.name { addresses[name, default: []] += all }
            for address in all { addresses["\(address)", default: []] += all }
        }
        for service in file.services {
            let proof = Proof(
                capture: UInt32(truncatingIfNeeded: capture), frame: UInt64(max(1, service.line)),
                time: file.made ?? CaptureTime(nanoseconds: 0))
            let own = service.addresses.isEmpty ? service.host.flatMap { addresses[$0] } ?? [] : service.addresses
            for address in Set(own) where service.families.contains(address.family) {
                result.append(
                    Observation(
                        endpoint: Endpoint(address: address, transport: service.transport, port: service.port),
                        outcome: .works, proof: proof))
            }
        }
    }

    /// Of a port that was asked for its service, too, only that answer counts: a connection alone proves less.
    private static func add(_ run: ProbeRun, capture: Int, to result: inout [Observation]) {
        var asked: Set<Endpoint> = []
        for probed in run.results where probed.check.kind.isApplication && probed.outcome != .notTried {
            if let endpoint = Endpoint(probed) { asked.insert(endpoint) }
        }
        for (number, probed) in run.results.enumerated() {
            let isOwnFamily = probed.address.family == .ipv4 ? run.vantage.ipv4 : run.vantage.ipv6
            guard isOwnFamily, let endpoint = Endpoint(probed), let outcome = Outcome(probed),
                probed.check.kind.isApplication || !asked.contains(endpoint)
            else { continue }
            let proof = Proof(
                capture: UInt32(truncatingIfNeeded: capture), frame: UInt64(number + 1), time: probed.time)
            result.append(Observation(endpoint: endpoint, outcome: outcome, proof: proof))
        }
    }

    /// The ports that answered, by the host that has the address.
    func uses(_ table: HostTable) -> [Int32: [ServiceUse]] {
        let working = observations.filter { $0.outcome == .works }
        guard !working.isEmpty else { return [:] }
        let wanted = Set(working.map(\.endpoint.address))
        var owners: [IPAddress: Int32] = [:]
        for (number, host) in table.hosts.enumerated() {
            host.forEachBinding { view in
                if wanted.contains(view.address), owners[view.address] == nil { owners[view.address] = Int32(number) }
            }
        }
        var result: [Int32: [ServiceUse]] = [:]
        for observation in working {
            guard let host = owners[observation.endpoint.address] else { continue }
            result[host, default: []].append(
                ServiceUse(
                    transport: observation.endpoint.transport, port: observation.endpoint.port,
                    families: [observation.endpoint.address.family], proof: observation.proof))
        }
        return result
    }
}

extension Endpoint {
    fileprivate init?(_ result: ProbeResult) {
        guard let port = result.check.port else { return nil }
        let isDatagram = result.check.kind == .dns || result.check.kind == .ntp
        self.init(address: result.address, transport: isDatagram ? .udp : .tcp, port: port)
    }
}

extension ProbedServices.Outcome {
    /// Nil: nothing can be said.
    fileprivate init?(_ result: ProbeResult) {
        switch result.outcome {
        case .answered:
            self = result.check.kind.isApplication && result.grade != .operational ? .hangs : .works
        case .refused: self = .refused
        case .timedOut: self = result.grade == .reachable ? .hangs : .silent
        case .unreachable, .prohibited: self = .silent
        case .mismatch: self = .hangs
        case .notTried: return nil
        }
    }
}

extension ProbeCheck.Kind {
    /// It asks the service itself.
    fileprivate var isApplication: Bool {
        switch self {
        case .tls, .http, .https, .dns, .smtp, .ntp, .ssh: true
        case .tcp, .icmpEcho, .pathMTU: false
        }
    }
}

/// Services whose answers differ over the two families.
struct ContentDifferences {
    private struct Key: Hashable {
        let name: String
        let port: UInt16
    }

    private var differing: [Key: Proof] = [:]

    init(_ set: ObservationSet) {
        guard let first = set.packetCaptures else { return }
        for (place, run) in set.probes.enumerated() {
            for comparison in run.comparisons where comparison.content == .different {
                guard let name = comparison.name, let port = comparison.check.port else { continue }
                let number = run.results.firstIndex { $0.name == name && $0.check == comparison.check } ?? 0
                differing[Key(name: name, port: port)] = Proof(
                    capture: UInt32(truncatingIfNeeded: first + set.imports.count + place),
                    frame: UInt64(number + 1), time: run.ended)
            }
        }
    }

    func proof(_ name: String, _ port: UInt16) -> Proof? {
        differing.isEmpty ? nil : differing[Key(name: name, port: port)]
    }
}

import AuditRules
import HostClassification
import NetworkTypes
import TrafficObservation

extension ServiceStateDocument {
    /// Names that the policy hides are left out: the machines that serve them are listed by port.
    static func all(
        _ services: [ServiceProfile], in set: ObservationSet, names policy: NamePolicy
    ) -> [ServiceStateDocument] {
        services.filter { $0.name.map(policy.shows) ?? true }.map { service in
            ServiceStateDocument(
                name: service.name, host: service.host, transport: service.transport?.name, port: service.port,
                state: service.state.rawValue, ipv4: service.ipv4.rawValue, ipv6: service.ipv6.rawValue,
                proofs: service.proofs.map { ServiceProofDocument($0, in: set) })
        }
    }
}

extension ServiceProofDocument {
    init(_ proof: ServiceProof, in set: ObservationSet) {
        self.init(claim: proof.code.rawValue, family: proof.family.name, time: "\(proof.proof.time)")
        switch Evidence(proof.proof, in: set, filter: "") {
        case .packet(let capture, let frame, _, _): (self.capture, self.frame) = (capture, frame)
        case .file(let path, let line): (file, self.line) = (path, line)
        case .probe(let name, _): probe = name
        }
    }
}

import HostClassification
import NetworkTypes
import TrafficObservation

extension ServiceStateDocument {
    /// Names that the policy hides are left out: the machines that serve them are listed by port.
    static func all(_ services: [ServiceProfile], names policy: NamePolicy) -> [ServiceStateDocument] {
        services.filter { $0.name.map(policy.shows) ?? true }.map { service in
            ServiceStateDocument(
                name: service.name, host: service.host, transport: service.transport?.name, port: service.port,
                state: service.state.rawValue, ipv4: service.ipv4.rawValue, ipv6: service.ipv6.rawValue,
                proofs: service.proofs.map { proof in
                    ServiceProofDocument(
                        claim: proof.code.rawValue, family: proof.family.name, capture: Int(proof.proof.capture),
                        frame: proof.proof.frame, time: "\(proof.proof.time)")
                })
        }
    }
}

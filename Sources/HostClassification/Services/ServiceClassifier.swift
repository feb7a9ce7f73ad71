public import HostCorrelation
import NetworkTypes
public import SiteModel
public import TrafficObservation

/// Gives each port of a machine, and each name with a port, its state from what passed by. Domain reference §4.4.
///
/// Traffic shows what people did. What nobody tried is `not-tested`, never a failure.
public enum ServiceClassifier {
    /// - Returns: Names first, sorted by name and port; then machines by id and port.
    public static func classify(
        _ table: HostTable, _ set: ObservationSet, _ profiles: [HostProfile], site: Site? = nil
    ) -> [ServiceProfile] {
        let names = ServiceNames(set, site)
        var addresses = names.addresses
        for profile in profiles where !profile.services.isEmpty {
            for address in profile.serviceAddresses { addresses.insert(address) }
        }
        let attempts = ServiceAttempts(set, at: addresses, probed: ProbedServices(set))
        let differences = ContentDifferences(set)
        var owners: [IPAddress: Int] = [:]
        let named = names.addresses
        if !named.isEmpty {
            for (number, profile) in profiles.enumerated() {
                for binding in profile.host.ipv4 + profile.host.ipv6 where named.contains(binding.address) {
                    if owners[binding.address] == nil { owners[binding.address] = number }
                }
            }
        }
        let ofNames = names.all.flatMap { name in
            Self.services(of: name, attempts, differences, profiles: profiles, owners: owners)
        }
        return ofNames + profiles.flatMap { ports(of: $0, attempts) }
    }

    // MARK: Machines

    private static func ports(of profile: HostProfile, _ attempts: ServiceAttempts) -> [ServiceProfile] {
        profile.services.sorted().map { service in
            let ipv4 = evidence(.ipv4, of: profile, service.transport, service.port, attempts)
            let ipv6 = evidence(.ipv6, of: profile, service.transport, service.port, attempts)
            return ServiceProfile(
                name: nil, host: profile.host.id, transport: service.transport, port: service.port,
                state: .ofPort(ipv4, ipv6), ipv4: ipv4.answer, ipv6: ipv6.answer,
                proofs: (ipv4.proofs + ipv6.proofs).inOrder())
        }
    }

    private static func evidence(
        _ family: AddressFamily, of profile: HostProfile, _ transport: IPProtocol, _ port: UInt16,
        _ attempts: ServiceAttempts
    ) -> FamilyEvidence {
        let isAbsent =
            switch (family, profile.state) {
            case (.ipv6, .ipv4Only), (.ipv6, .ipv4LatentIPv6), (.ipv4, .ipv6Only): true
            default: false
            }
        return FamilyEvidence(
            family, profile.serviceAddresses, transport, port, attempts, isAbsent: isAbsent, needsAll: false)
    }

    // MARK: Names

    private static func services(
        of name: ServiceName, _ attempts: ServiceAttempts, _ differences: ContentDifferences, profiles: [HostProfile],
        owners: [IPAddress: Int]
    ) -> [ServiceProfile] {
        let machines = Set((name.ipv4 + name.ipv6 + name.listed).compactMap { owners[$0] }).sorted()
        var ports = name.ports
        if ports.isEmpty {
            let offered = machines.flatMap { profiles[$0].services }
            ports = Set(offered.map { ServiceName.Port(transport: $0.transport, number: $0.port) })
        }
        let host = machines.first.map { profiles[$0].host.id }
        guard !ports.isEmpty else {
            let isNone = name.isWithoutIPv4 && name.isWithoutIPv6
            return [
                ServiceProfile(
                    name: name.name, host: host, transport: nil, port: nil,
                    state: isNone ? .intentionallyNone : .notTested, ipv4: name.isWithoutIPv4 ? .none : .notTested,
                    ipv6: name.isWithoutIPv6 ? .none : .notTested, proofs: name.proofs.inOrder())
            ]
        }
        return ports.sorted().map { port in
            let ipv4 = FamilyEvidence(
                .ipv4, name.ipv4, port.transport, port.number, attempts, isAbsent: name.isWithoutIPv4, needsAll: false)
            let ipv6 = FamilyEvidence(
                .ipv6, name.ipv6, port.transport, port.number, attempts, isAbsent: name.isWithoutIPv6, needsAll: true)
            let latent = machines.map { evidence(.ipv6, of: profiles[$0], port.transport, port.number, attempts) }
                .first { $0.answer == .works }
            var state = ServiceState.ofName(ipv4, ipv6, latent: latent != nil)
            var extra = state == .ipv6Latent ? latent?.proofs ?? [] : []
            if state == .dualOK, let proof = differences.proof(name.name, port.number) {
                state = .dualDegraded
                extra.append(ServiceProof(.contentDiffers, .ipv6, proof))
            }
            return ServiceProfile(
                name: name.name, host: host, transport: port.transport, port: port.number, state: state,
                ipv4: ipv4.answer, ipv6: ipv6.answer,
                proofs: (name.proofs + ipv4.proofs + ipv6.proofs + extra).inOrder())
        }
    }
}

extension HostProfile {
    /// Where others can ask it: not the addresses that end at the link.
    fileprivate var serviceAddresses: [IPAddress] {
        host.ipv4.map(\.address).filter { $0.ipv4.map { !$0.isLinkLocal && !$0.isServiceContinuity } ?? false }
            + host.ipv6.map(\.address).filter { $0.ipv6?.isConfiguredUnicast ?? false }
    }
}

extension [ServiceProof] {
    fileprivate func inOrder() -> [ServiceProof] {
        Set(self).sorted { a, b in
            a.proof != b.proof
                ? a.proof < b.proof : (a.code.rawValue, a.family.name) < (b.code.rawValue, b.family.name)
        }
    }
}

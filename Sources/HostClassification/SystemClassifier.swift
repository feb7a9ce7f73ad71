import HostCorrelation
import NetworkTypes
public import SiteModel

/// Gives each information system its state: the least of its mandatory components. Domain reference §4.5.
public enum SystemClassifier {
    /// - Returns: In the order of the site's list.
    public static func classify(_ site: Site, _ profiles: [HostProfile]) -> [SystemProfile] {
        guard !site.systems.isEmpty else { return [] }
        let wanted = Set(site.systems.flatMap { $0.components.flatMap(\.addresses) })
        var byMAC: [MACAddress: Int] = [:]
        var byAddress: [IPAddress: Int] = [:]
        for (number, profile) in profiles.enumerated() {
            for mac in profile.host.macs where byMAC[mac] == nil { byMAC[mac] = number }
            for binding in profile.host.ipv4 + profile.host.ipv6 where wanted.contains(binding.address) {
                if byAddress[binding.address] == nil { byAddress[binding.address] = number }
            }
        }
        return site.systems.map { system in
            let components = system.components.map { component in
                let number =
                    component.macs.lazy.compactMap { byMAC[$0] }.first
                    ?? component.addresses.lazy.compactMap { byAddress[$0] }.first
                let profile = number.map { profiles[$0] }
                return SystemProfile.Component(
                    name: component.name, state: profile.map { state(of: component, on: $0) } ?? .unknown,
                    host: profile?.host.id)
            }
            let mandatory = zip(system.components, components).filter(\.0.mandatory).map(\.1.state)
            return SystemProfile(id: system.id, state: least(mandatory), components: components)
        }
    }

    /// The least state; unknown where one is unknown or there is none.
    private static func least(_ states: [ServiceState]) -> ServiceState {
        ServiceState.allCases.first { states.contains($0) } ?? .unknown
    }

    /// What the traffic of its host says about a component. A service that answers over one family of a dual-stack host
    /// is not proven for the other.
    private static func state(of component: ConfiguredHost, on profile: HostProfile) -> ServiceState {
        let services = profile.services.filter { service in
            component.ports.isEmpty
                || component.ports.contains { $0.number == service.port && $0.transport.matches(service.transport) }
        }
        switch profile.state {
        case .ipv4Only, .ipv4LatentIPv6: return .ipv4Only
        case .dualOperational: return services.contains { $0.families.count == 2 } ? .dualOK : .ipv6Latent
        case .dualConfigured: return .ipv6Latent
        case .dualBroken: return .dualBroken
        case .ipv6Only, .ipv6Mostly: return services.contains { $0.families.contains(.ipv6) } ? .ipv6OnlyOK : .unknown
        case .ipv4Seen, .linkLocalOnly, .unknown: return .unknown
        }
    }
}

extension ConfiguredHost.Port.Transport {
    fileprivate func matches(_ transport: IPProtocol) -> Bool {
        switch self {
        case .tcp: transport == .tcp
        case .udp: transport == .udp
        case .sctp: transport.rawValue == 132
        }
    }
}

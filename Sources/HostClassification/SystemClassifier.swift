import HostCorrelation
import NetworkTypes
public import SiteModel

/// Gives each information system its state: the least of its mandatory components. Domain reference §4.5.
public enum SystemClassifier {
    /// - Returns: In the order of the site's list.
    public static func classify(
        _ site: Site, _ profiles: [HostProfile], _ services: [ServiceProfile]
    ) -> [SystemProfile] {
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
        var ofName: [String: [ServiceProfile]] = [:]
        var ofHost: [String: [ServiceProfile]] = [:]
        for service in services {
            if let name = service.name {
                ofName[name, default: []].append(service)
            } else if let host = service.host {
                ofHost[host, default: []].append(service)
            }
        }
        return site.systems.map { system in
            let components = system.components.map { component in
                let number =
                    component.macs.lazy.compactMap { byMAC[$0] }.first
                    ?? component.addresses.lazy.compactMap { byAddress[$0] }.first
                let profile = number.map { profiles[$0] }
                let named = component.names.flatMap { ofName[$0.lowercased()] ?? [] }
                let offered = profile.flatMap { ofHost[$0.host.id] } ?? []
                return SystemProfile.Component(
                    name: component.name, state: state(of: component, profile, named: named, offered: offered),
                    host: profile?.host.id)
            }
            let mandatory = zip(system.components, components).filter(\.0.mandatory).map(\.1.state)
            return SystemProfile(
                id: system.id, state: together(mandatory), components: components,
                known: ServiceState.least(mandatory))
        }
    }

    /// The least state; unknown where one is not decided or there is none. A component that is not there on purpose
    /// does not count.
    private static func together(_ states: [ServiceState]) -> ServiceState {
        let states = states.filter { $0 != .intentionallyNone }
        return states.allSatisfy(\.isDecided) ? ServiceState.least(states) ?? .unknown : .unknown
    }

    /// What is said of its names, else of the ports of its machine. A name says more: it is what clients find.
    private static func state(
        of component: ConfiguredHost, _ profile: HostProfile?, named: [ServiceProfile], offered: [ServiceProfile]
    ) -> ServiceState {
        for services in [named, offered] {
            let own = services.filter { service in
                component.ports.isEmpty
                    || component.ports.contains { $0.number == service.port && $0.transport.matches(service.transport) }
            }
            let states = own.map(\.state)
            if let least = ServiceState.least(states) {
                let isWhole = states.allSatisfy(\.isDecided) && covers(component, own)
                // A part that nobody tried can only make it worse.
                return isWhole || least < .dualOK ? least : .notTested
            }
            if let only = states.first, states.allSatisfy({ $0 == only }), only != .notTested { return only }
        }
        switch profile?.state {
        // Whatever it serves, it cannot be asked over IPv6.
        case .ipv4Only, .ipv4LatentIPv6: return .ipv4Only
        case nil: return named.isEmpty ? .unknown : .notTested
        default: return .notTested
        }
    }

    /// Every listed port was seen.
    private static func covers(_ component: ConfiguredHost, _ services: [ServiceProfile]) -> Bool {
        component.ports.allSatisfy { port in
            services.contains { $0.port == port.number && port.transport.matches($0.transport) }
        }
    }
}

extension ServiceState {
    /// From the least.
    fileprivate static func < (a: ServiceState, b: ServiceState) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
}

extension ConfiguredHost.Port.Transport {
    fileprivate func matches(_ transport: IPProtocol?) -> Bool {
        switch self {
        case .tcp: transport == .tcp
        case .udp: transport == .udp
        case .sctp: transport?.rawValue == 132
        }
    }
}

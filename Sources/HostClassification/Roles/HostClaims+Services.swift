import HostCorrelation
import NetworkTypes
import TrafficObservation

extension HostClaims {
    /// What the ports that it answers on are for. Ports with other common uses prove nothing.
    mutating func addServices(_ services: [ServiceUse]) {
        for service in services {
            guard let known = WellKnownService.at(service.transport, port: service.port), !known.isWeak else {
                continue
            }
            let claim: (HostRole, Double)? =
                switch known.kind {
                case .database, .directory: (.server, 0.85)
                case .mail, .authentication: (.server, 0.8)
                case .storage: (.server, 0.7)
                case .log: (.server, 0.6)
                // Printers, cameras and routers have pages too.
                case .web: (.server, 0.5)
                case .fileTransfer, .time: (.server, 0.4)
                // Office machines share files among themselves.
                case .fileSharing: (.server, 0.2)
                case .printing: (.printer, 0.7)
                case .camera: (.camera, 0.7)
                default: nil
                }
            if let (role, strength) = claim { add(role, strength, .servicePort, service.proof) }
        }
    }

    /// People choose names: they support other evidence and stand alone for little.
    mutating func addNames(_ names: [HostName]) {
        for name in names {
            let label = name.name.lowercased().split(separator: ".").first ?? ""
            guard let pattern = Self.patterns.first(where: { $0.matches(label) }) else { continue }
            add(pattern.role, pattern.strength, .hostName, name.proof)
        }
    }

    /// The beginning of a name that a system gives itself or that people like.
    private struct NamePattern {
        let prefix: String
        let role: HostRole
        let strength: Double
        /// So many hexadecimal digits and nothing else must follow.
        var digits: Int?

        func matches(_ label: Substring) -> Bool {
            guard label.hasPrefix(prefix) else { return false }
            guard let digits else { return true }
            let rest = label.dropFirst(prefix.count)
            return rest.utf8.count == digits && rest.allSatisfy(\.isHexDigit)
        }
    }

    private static let patterns = [
        // Windows' own names.
        NamePattern(prefix: "desktop-", role: .workstation, strength: 0.4),
        NamePattern(prefix: "laptop-", role: .workstation, strength: 0.4),
        NamePattern(prefix: "iphone", role: .mobile, strength: 0.4),
        NamePattern(prefix: "ipad", role: .mobile, strength: 0.4),
        NamePattern(prefix: "android-", role: .mobile, strength: 0.4),
        NamePattern(prefix: "galaxy-", role: .mobile, strength: 0.4),
        // The print servers of HP and the telephones of Cisco: letters and the MAC, whole or its end.
        NamePattern(prefix: "npi", role: .printer, strength: 0.4, digits: 6),
        NamePattern(prefix: "sep", role: .phone, strength: 0.4, digits: 12),
        NamePattern(prefix: "pc-", role: .workstation, strength: 0.3),
        NamePattern(prefix: "printer", role: .printer, strength: 0.3),
        NamePattern(prefix: "camera", role: .camera, strength: 0.3),
        NamePattern(prefix: "server", role: .server, strength: 0.3),
        NamePattern(prefix: "srv", role: .server, strength: 0.3),
        NamePattern(prefix: "switch", role: .switch, strength: 0.3),
        NamePattern(prefix: "sw-", role: .switch, strength: 0.3),
        NamePattern(prefix: "ap-", role: .accessPoint, strength: 0.3),
    ]
}

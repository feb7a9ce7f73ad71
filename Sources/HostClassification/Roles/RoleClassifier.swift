import HostCorrelation
import NetworkTypes
import SiteModel
import TrafficObservation

/// Says of each host what it is and does, what runs on it and who made it, with the evidence. Pure.
enum RoleClassifier {
    /// The same profiles with their claims, in the same order.
    static func describe(
        _ profiles: consuming [HostProfile], _ table: HostTable, _ set: ObservationSet, site: Site?
    ) -> [HostProfile] {
        var collected = ClaimCollector(table, set)
        collected.addMessages()
        collected.addServers()
        let index = site.flatMap { site in site.configuredHosts.isEmpty ? nil : SiteIndex(site) }
        for number in profiles.indices {
            let host = profiles[number].host
            let hasClaims = collected.roles[Int32(number)] != nil || collected.vendors[Int32(number)] != nil
            // Nearly every host of a large network says nothing of itself.
            if !hasClaims, index == nil, !host.isRouter, !host.hasNames, !host.mayUseDHCP,
                profiles[number].services.isEmpty
            {
                continue
            }
            var claims = HostClaims()
            claims.add(collected.roles[Int32(number)] ?? [])
            for vendor in collected.vendors[Int32(number)] ?? [] { claims.add(vendor) }
            claims.addServices(profiles[number].services)
            claims.addNames(host.names)
            host.forEachMACRow { claims.addDHCP(set.macs[$0]) }
            if let index { claims.addInventory(host, index) }
            claims.addForwarding(host)
            profiles[number].describe(
                roles: claims.sortedRoles,
                systems: claims.systems.sorted { [SystemClaim].precedes($0, $1) { $0 < $1 } },
                vendors: claims.vendors)
        }
        return profiles
    }
}

/// The claims about one host; of equal value and evidence the strongest is kept.
struct HostClaims {
    private(set) var roles: [RoleClaim] = []
    private(set) var systems: [SystemClaim] = []
    private(set) var vendors: [VendorClaim] = []

    /// The observer reads some roles from ports: where the frame is the same, the port is the whole evidence.
    var sortedRoles: [RoleClaim] {
        let ports = Set(roles.filter { $0.because == .servicePort }.map { Shown(role: $0.value, proof: $0.proof) })
        return roles.filter {
            $0.because != .serviceAnnouncement || !ports.contains(Shown(role: $0.value, proof: $0.proof))
        }.sorted { [RoleClaim].precedes($0, $1) { $0 < $1 } }
    }

    private struct Shown: Hashable {
        let role: HostRole
        let proof: Proof?
    }

    mutating func add(_ role: HostRole, _ strength: Double, _ because: ClaimEvidence, _ proof: Proof?) {
        Self.add(RoleClaim(role, strength, because: because, proof: proof), to: &roles)
    }

    mutating func add(_ claims: [RoleClaim]) { for claim in claims { Self.add(claim, to: &roles) } }
    mutating func add(_ claim: VendorClaim) { Self.add(claim, to: &vendors) }

    private static func add<Value>(_ claim: Claim<Value>, to claims: inout [Claim<Value>]) {
        guard let known = claims.firstIndex(where: { $0.value == claim.value && $0.because == claim.because }) else {
            claims.append(claim)
            return
        }
        let other = claims[known]
        guard claim.strength >= other.strength else { return }
        if claim.strength > other.strength || isEarlier(claim.proof, than: other.proof) { claims[known] = claim }
    }

    private static func isEarlier(_ proof: Proof?, than other: Proof?) -> Bool {
        guard let proof, let other else { return proof != nil }
        return proof < other
    }

    /// What its DHCP requests say of it.
    mutating func addDHCP(_ row: MACRow) {
        // Several machines behind one card say nothing of the card's own.
        guard row.dhcpHardwareAddresses.count <= 1 else { return }
        for options in row.dhcpParameterLists {
            guard let list = DHCPParameterList.matching(options) else { continue }
            let proof = row.firstDHCPRequest
            Self.add(
                SystemClaim(list.system, list.strength, because: .dhcpParameterList, proof: proof), to: &systems)
            if let role = list.role { add(role, list.strength, .dhcpParameterList, proof) }
        }
        for text in row.dhcpVendorClasses {
            guard let known = DHCPVendorClass.matching(text) else { continue }
            let proof = row.firstDHCPRequest ?? row.sighting.first
            if let system = known.system {
                Self.add(SystemClaim(system, 0.8, because: .dhcpVendorClass, proof: proof), to: &systems)
            }
            if let vendor = known.vendor { add(VendorClaim(vendor, 0.9, because: .dhcpVendorClass, proof: proof)) }
            if let role = known.role { add(role, known.strength, .dhcpVendorClass, proof) }
        }
    }

    /// What a person says it is.
    mutating func addInventory(_ host: HostRecord, _ index: SiteIndex) {
        let rows =
            host.macs.flatMap { index.hosts(at: $0) } + (host.ipv4 + host.ipv6).flatMap { index.hosts(at: $0.address) }
        for row in rows {
            if let role = row.kind.role { add(role, 1, .inventory, nil) }
        }
    }

    /// A router by its frames, where nothing it says tells so.
    mutating func addForwarding(_ host: HostRecord) {
        guard host.isRouter, !host.isVirtualMAC, !roles.contains(where: { $0.value == .router }) else { return }
        add(.router, 0.85, .forwarding, host.firstProof)
    }
}

extension ConfiguredHost.Kind {
    /// Nil where the row does not say what the machine is.
    fileprivate var role: HostRole? {
        switch self {
        case .server: .server
        case .workstation: .workstation
        case .printer: .printer
        case .camera: .camera
        case .phone: .phone
        case .switch: .switch
        case .router: .router
        case .firewall: .firewall
        case .accessPoint: .accessPoint
        case .tslcdTerminal, .other: nil
        }
    }
}

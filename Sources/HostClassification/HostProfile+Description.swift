import HostCorrelation
import NetworkTypes
import TrafficObservation

extension HostProfile {
    /// What the machine is: the kind that a person stated, else the one with the strongest evidence together, else the
    /// strongest service that it offers.
    public var primaryRole: HostRole {
        if let stated = roleClaims.first(where: { $0.because == .inventory && $0.value.isKind }) { return stated.value }
        let strengths = roleStrengths
        let known = HostRole.allCases.filter { (strengths[$0] ?? 0) >= Self.leastStrength }
        // Of equals the first case; `max` would give the last.
        let strongest = { (roles: [HostRole]) in
            roles.reduce(nil as HostRole?) { best, role in
                best.map { (strengths[$0] ?? 0) >= (strengths[role] ?? 0) ? $0 : role } ?? role
            }
        }
        return strongest(known.filter(\.isKind)) ?? strongest(known) ?? .unknown
    }

    /// The roles that more evidence speaks for than against; sorted.
    public var likelyRoles: [HostRole] {
        roleStrengths.filter { $0.value >= Self.likelyStrength }.keys.sorted()
    }

    /// Makers with their evidence, the strongest first.
    public var vendorClaims: [VendorClaim] {
        var claims = statedVendorClaims
        if !host.isVirtualMAC, let owner = host.macs.lazy.compactMap({ VendorTable.owner(of: $0) }).first {
            claims.append(VendorClaim(owner, Self.cardStrength, because: .macPrefix, proof: host.firstProof))
        }
        return claims.strongestFirst()
    }

    /// All evidence for a role together: 1 − ∏(1 − strength), at most 0.99 unless a person says so.
    private var roleStrengths: [HostRole: Double] {
        var missing: [HostRole: Double] = [:]
        for claim in roleClaims { missing[claim.value, default: 1] *= 1 - claim.strength }
        return missing.mapValues { 1 - $0 }
    }

    /// Weaker guesses name nothing.
    private static let leastStrength = 0.3
    private static let likelyStrength = 0.5
    /// The maker of a card is often, not always, that of the machine.
    private static let cardStrength = 0.8
}

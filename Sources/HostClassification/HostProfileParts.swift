import TrafficObservation

/// How much a host used each family.
struct HostUse: Sendable {
    let establishedIPv4Flows: Int
    let establishedIPv6Flows: Int
    let firstIPv4Flow: Proof?
    let firstIPv6Flow: Proof?
    let failedIPv6Destinations: Int
    let succeededIPv6Destinations: Int
    var failedIPv4Destinations = 0
    var succeededIPv4Destinations = 0
}

/// The parts of a profile that was made by hand.
final class HostProfileParts: Sendable {
    let flags: [HostFlag]
    let roles: [RoleHint]
    let reasons: [Reason]
    let services: [ServiceUse]
    let addressKinds: [IPv6AddressKind]
    let use: HostUse

    init(
        flags: [HostFlag], roles: [RoleHint], reasons: [Reason], services: [ServiceUse],
        addressKinds: [IPv6AddressKind], use: HostUse
    ) {
        self.flags = flags
        self.roles = roles
        self.reasons = reasons
        self.services = services
        self.addressKinds = addressKinds
        self.use = use
    }
}

public import TrafficObservation

/// Something believed of a host, with how strongly and why.
public struct Claim<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    /// 0…1: how often the evidence means the value, not how much of it there is.
    public let strength: Double
    public let because: ClaimEvidence
    /// The first frame that shows it; nil for what a list says.
    public let proof: Proof?

    public init(_ value: Value, _ strength: Double, because: ClaimEvidence, proof: Proof?) {
        self.value = value
        self.strength = strength
        self.because = because
        self.proof = proof
    }
}

/// What a claim rests on; the codes of the outputs.
public enum ClaimEvidence: String, Sendable, CaseIterable, Comparable {
    // MARK: A person
    /// A row of `systems.csv`.
    case inventory

    // MARK: What the machine says of itself
    case lldp, cdp
    case routerAdvertisement = "router-advertisement"
    case routingProtocol = "routing-protocol"
    /// VRRP, HSRP or GLBP.
    case gatewayRedundancy = "gateway-redundancy"
    /// DNS-SD, WS-Discovery or SIP.
    case serviceAnnouncement = "service-announcement"
    /// Option 60 of DHCPv4, option 16 of DHCPv6.
    case dhcpVendorClass = "dhcp-vendor-class"
    /// The order of option 55 of DHCPv4.
    case dhcpParameterList = "dhcp-parameter-list"
    /// The enterprise number in an SNMP engine identifier. RFC 3411 §5.
    case snmpEngine = "snmp-engine"
    case hostName = "host-name"

    // MARK: What it does
    case dhcpAnswer = "dhcp-answer"
    case dnsAnswer = "dns-answer"
    /// It answered on a well-known port.
    case servicePort = "service-port"
    /// It sends for addresses that are not its own.
    case forwarding

    // MARK: What others say of it
    case dhcpGateway = "dhcp-gateway"
    case dhcpResolver = "dhcp-resolver"
    case advertisedResolver = "advertised-resolver"

    // MARK: Registries
    /// The block that a MAC was taken from.
    case macPrefix = "mac-prefix"

    public static func < (a: ClaimEvidence, b: ClaimEvidence) -> Bool { a.rawValue < b.rawValue }
}

extension [Claim<String>] {
    /// The strongest first; of equals the one with the first evidence, then name.
    func strongestFirst() -> Self { sorted { Self.precedes($0, $1) { $0 < $1 } } }
}

extension Array {
    /// The order of lists of claims.
    static func precedes<Value>(
        _ a: Claim<Value>, _ b: Claim<Value>, _ areInOrder: (Value, Value) -> Bool
    ) -> Bool where Element == Claim<Value> {
        if a.strength != b.strength { return a.strength > b.strength }
        if a.because != b.because { return a.because < b.because }
        return areInOrder(a.value, b.value)
    }
}

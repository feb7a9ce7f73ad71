public import NetworkTypes

/// How a client named the server that it wanted.
public enum ServerNameSource: String, Sendable, CaseIterable {
    /// The SNI of a TLS ClientHello. RFC 6066 §3.
    case tls
    /// The same inside QUIC. RFC 9001 §4.
    case quic
    /// The Host of an HTTP/1 request. RFC 9110 §7.2.
    case http
}

/// A name under which clients asked for a server at an address.
public struct ServerNameRow: Sendable, Equatable {
    public internal(set) var link: Int
    /// Lower case, without a dot at the end.
    public let name: String
    public let server: IPAddress
    public let port: UInt16
    public let transport: IPProtocol
    public let source: ServerNameSource
    public var sighting: Sighting
}

/// What a machine says of itself that stays the same on all its addresses.
public enum IdentityKind: String, Sendable, CaseIterable {
    /// SHA-256 of the public host key. RFC 6594.
    case sshHostKey = "ssh-host-key"
    /// RFC 3411 §5.
    case snmpEngine = "snmp-engine"
    /// UPnP device architecture 1.1 §1.1.4.
    case upnpDevice = "upnp-uuid"
    /// WS-Discovery endpoint reference.
    case wsDiscoveryEndpoint = "wsd-uuid"
    /// SHA-256 of the public key in the certificate of a TLS server, up to TLS 1.2 and without a wildcard. RFC 7469 §2.4.
    case tlsKey = "tls-key"
    /// `NetBIOS name|DNS name` of the server that sent a challenge of NTLM. MS-NLMP §2.2.2.1.
    case computerName = "ntlm-computer"
    /// With its domain; said by the client or by the server for it. RFC 4702, RFC 4704.
    case dhcpName = "dhcp-fqdn"
    /// Of a client of DHCPv6, or of DHCPv4 by RFC 4361. RFC 9915 §11.
    case uniqueIdentifier = "duid"
    /// The MAC that a server gave an address to through a relay: its machine is on another link. RFC 2131 §2.
    case hardwareAddress = "dhcp-chaddr"
    /// A name below `.local` that one response gives addresses of both families. RFC 6762 §6.2.
    case mdnsHost = "mdns-host"
    /// What a server of names calls an address. RFC 1035 §3.5.
    case dnsPointer = "dns-ptr"
    /// The MAC or address by which LLDP names the chassis. IEEE 802.1AB-2016 §8.5.2.
    case chassis = "lldp-chassis"
    /// `server|session` of RADIUS accounting. RFC 2866 §5.5.
    case accountingSession = "radius-session"
}

/// An identity that was shown from an address.
public struct IdentityRow: Sendable, Equatable {
    public internal(set) var link: Int
    /// The frame's sender, zero where unknown; another machine than the address's behind a router. Of DHCP and RADIUS
    /// the client's own, on whatever link it is.
    public let mac: MACAddress
    /// The address that the message shows; unspecified where it shows none, and then `mac` stands for the machine.
    public let address: IPAddress
    public let kind: IdentityKind
    /// Hexadecimal or text, lower case; at most 255 bytes.
    public let value: String
    public var sighting: Sighting
}

/// Protocols by which routers find each other or stand in for each other.
public enum RoutingProtocol: String, Sendable, CaseIterable {
    case rip, ripng, ospf, ospfv3, bgp, eigrp, isis, pim, vrrp, hsrp, glbp
}

/// A routing or gateway redundancy protocol spoken by a machine, for one family.
public struct RoutingRow: Sendable, Equatable {
    public internal(set) var link: Int
    public let mac: MACAddress
    public let `protocol`: RoutingProtocol
    /// What is routed, not what carries the message.
    public let family: AddressFamily
    /// The sender; nil for protocols that do not run over IP.
    public let source: IPAddress?
    /// The virtual router, group or autonomous system; 0 where the protocol has none.
    public let group: UInt32
    /// Virtual addresses. Bounded.
    public var addresses: Set<IPAddress> = []
    public var sighting: Sighting
}

/// A device that announces itself to its neighbours by LLDP or CDP.
public struct DeviceRow: Sendable, Equatable {
    public internal(set) var link: Int
    public let mac: MACAddress
    /// `lldp` or `cdp`.
    public let source: NameSource
    public var name: String?
    /// Bounded.
    public var managementAddresses: Set<IPAddress> = []
    public var isRouter = false
    public var isBridge = false
    public var isAccessPoint = false
    public var isTelephone = false
    public var sighting: Sighting
}

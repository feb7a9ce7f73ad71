/// A broadcast domain that was seen.
public struct LinkDocument: Codable, Hashable, Sendable {
    public var id: String
    /// Index into `captures`, of the first of `observed`.
    public var capture: Int
    /// The interface of that capture.
    public var interface: Int
    /// The site's segment; null where unresolved.
    @ExplicitNull public var segment: String?
    /// Null: untagged.
    @ExplicitNull public var vlan: VLANDocument?
    /// Every place where the link was captured.
    public var observed: [ObservedLinkDocument]
    public var firstSeen: String
    public var lastSeen: String
    /// IPv6 could have been seen here.
    public var ipv6Visible: Bool
    /// The capture point is behind a router.
    public var routed: Bool
    /// Two segments of the site matched equally well.
    public var ambiguous: Bool
    /// 802.1X is spoken here.
    @AddedLater public var portAuthentication: Bool = false
    /// It is a link inside tunnels.
    @AddedLater public var overlay: Bool = false
    public var routers: [RouterDocument]
    public var dhcpv4Servers: [DHCPv4ServerDocument]
    public var dhcpv6Servers: [DHCPv6ServerDocument]
}

/// One interface of one capture with one stack of tags.
public struct ObservedLinkDocument: Codable, Hashable, Sendable {
    public var capture: Int
    public var interface: Int
    /// The interface index of LINUX_SLL2, else 0.
    public var cookedInterface: Int
    @ExplicitNull public var vlan: VLANDocument?
    public var frames: UInt64
    /// The Ethernet inside the tunnels of this place, not the place itself.
    @AddedLater public var overlay: Bool = false
}

/// A sender of Router Advertisements; the values of its latest message, the lists of all of them.
public struct RouterDocument: Codable, Hashable, Sendable {
    public var mac: String
    /// The source of its messages.
    public var linkLocal: String
    public var lifetimeSeconds: Int
    public var managed: Bool
    public var other: Bool
    public var prefixes: [AdvertisedPrefixDocument]
    public var rdnss: [String]
    /// The NAT64 prefix of RFC 8781; null: none was announced.
    @ExplicitNull public var pref64: String?
    public var firstSeen: String
    public var lastSeen: String
}

/// A Prefix Information option. RFC 4861 §4.6.2.
public struct AdvertisedPrefixDocument: Codable, Hashable, Sendable {
    public var prefix: String
    public var onLink: Bool
    public var autonomous: Bool
    public var validSeconds: UInt32
    public var preferredSeconds: UInt32
}

public struct DHCPv4ServerDocument: Codable, Hashable, Sendable {
    public var address: String
    public var mac: String
}

public struct DHCPv6ServerDocument: Codable, Hashable, Sendable {
    public var address: String
    /// In hexadecimal; null where no answer carried it.
    @ExplicitNull public var duid: String?
    public var mac: String
}

/// A VLAN id: a number, or `outer.inner` for two tags.
public enum VLANDocument: Hashable, Sendable {
    case single(UInt16)
    case double(outer: UInt16, inner: UInt16)
}

extension VLANDocument: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            let parts = text.split(separator: ".").compactMap { UInt16($0) }
            guard parts.count == 2 else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "outer.inner expected")
            }
            self = .double(outer: parts[0], inner: parts[1])
        } else {
            self = .single(try container.decode(UInt16.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .single(let tag): try container.encode(tag)
        case .double(let outer, let inner): try container.encode("\(outer).\(inner)")
        }
    }
}

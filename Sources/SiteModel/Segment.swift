public import Messages
public import NetworkTypes

/// A network link or VLAN of the site.
public struct Segment: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case officeLAN = "office-lan"
        case server, wifi, tslcd
        case internetUplink = "internet-uplink"
        case camera, voip, management
    }

    /// What the owner wants the segment to become.
    public struct Plan: Hashable, Sendable {
        public enum Target: String, Sendable, CaseIterable {
            case dualStack = "dual-stack"
            case ipv6Mostly = "ipv6-mostly"
            case ipv6Only = "ipv6-only"
        }

        public var ipv6: Bool
        /// Nil: not decided, or no IPv6 is planned.
        public var target: Target?

        public init(ipv6: Bool, target: Target? = nil) {
            self.ipv6 = ipv6
            self.target = target
        }
    }

    /// A router that may announce itself here; at least one of the two is known.
    public struct Router: Hashable, Sendable {
        public var mac: MACAddress?
        public var address: IPAddress?

        public init(mac: MACAddress? = nil, address: IPAddress? = nil) {
            self.mac = mac
            self.address = address
        }
    }

    public var id: String
    public var name: LocalizedText
    public var kind: Kind
    public var owner: [Ownership]
    /// 1…4094; nil: untagged or not known.
    public var vlan: UInt16?
    public var prefixes: [IPPrefix]
    /// Nil: nothing is planned yet.
    public var plan: Plan?
    public var routers: [Router]
    public var dhcpv4Servers: [IPAddress]
    public var dhcpv6Servers: [IPAddress]
    /// The level of the specialised data network (TSLCD), 1 or 2; nil elsewhere.
    public var tslcdLevel: Int?
    /// Traffic of this link is never captured nor probed.
    public var stateSecret: Bool

    public init(
        id: String, name: LocalizedText, kind: Kind, owner: [Ownership] = [], vlan: UInt16? = nil,
        prefixes: [IPPrefix] = [], plan: Plan? = nil, routers: [Router] = [], dhcpv4Servers: [IPAddress] = [],
        dhcpv6Servers: [IPAddress] = [], tslcdLevel: Int? = nil, stateSecret: Bool = false
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.owner = owner
        self.vlan = vlan
        self.prefixes = prefixes
        self.plan = plan
        self.routers = routers
        self.dhcpv4Servers = dhcpv4Servers
        self.dhcpv6Servers = dhcpv6Servers
        self.tslcdLevel = tslcdLevel
        self.stateSecret = stateSecret
    }

    /// The agency id that the site names as owner on a day.
    public func owner(on date: CalendarDate) -> String? { owner.owner(on: date) }
}

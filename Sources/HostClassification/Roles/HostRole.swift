/// What a machine is or does. The spelling of the outputs.
public enum HostRole: String, Sendable, CaseIterable, Comparable {
    // MARK: What it is
    case router
    case firewall
    case `switch`
    case accessPoint = "access-point"
    case printer
    case camera
    /// An IP telephone.
    case phone
    case server
    case workstation
    /// A mobile telephone or a tablet.
    case mobile

    // MARK: What it does beside
    case dhcpServer = "dhcp-server"
    case dhcpv6Server = "dhcpv6-server"
    case resolver

    /// Nothing that was seen tells.
    case unknown

    /// A kind of machine, not a service that any machine can offer.
    public var isKind: Bool {
        switch self {
        case .dhcpServer, .dhcpv6Server, .resolver, .unknown: false
        default: true
        }
    }

    public static func < (a: HostRole, b: HostRole) -> Bool { a.rawValue < b.rawValue }
}

/// The family of an operating system.
public enum SystemFamily: String, Sendable, CaseIterable, Comparable {
    case windows, macos, ios, android, linux
    /// Linux with BusyBox: routers, cameras, household devices, small servers.
    case embeddedLinux = "embedded-linux"

    public static func < (a: SystemFamily, b: SystemFamily) -> Bool { a.rawValue < b.rawValue }
}

public typealias RoleClaim = Claim<HostRole>
public typealias SystemClaim = Claim<SystemFamily>
public typealias VendorClaim = Claim<String>

/// A device that announces itself to its neighbours.
public struct DeviceDocument: Codable, Hashable, Sendable {
    /// Who sent the frame: often a port's own address.
    public var mac: String
    /// `lldp` or `cdp`.
    public var source: String
    /// Null where it gave none, or the site's privacy policy hides it.
    @ExplicitNull public var name: String?
    /// Stands for a hidden name, as in `names`. Null beside a name and where there is none.
    @ExplicitNull public var hash: String?
    public var managementAddresses: [String]
    /// `router`, `bridge`, `access-point`, `telephone`: what it says that it is; sorted.
    public var roles: [String]
    /// An id of `links`.
    @ExplicitNull public var link: String?
    /// Where it was seen first: index into `captures`, and frame as Wireshark counts.
    public var capture: Int
    public var frame: UInt64
    public var firstSeen: String
    public var lastSeen: String
    /// Messages.
    public var count: UInt64
}

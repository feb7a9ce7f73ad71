/// A name that a machine gave itself.
public struct HostNameDocument: Codable, Hashable, Sendable {
    /// Null where the site's privacy policy hides it.
    @ExplicitNull public var name: String?
    /// `mdns`, `dhcp`, `dhcpv6`, `llmnr`, `nbns`, `dns` …
    public var source: String
    /// Stands for a hidden name: the same name of the same site has the same hash. Null beside a name.
    @ExplicitNull public var hash: String?
}

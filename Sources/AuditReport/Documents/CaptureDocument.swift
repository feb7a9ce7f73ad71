/// A capture file as it was read.
public struct CaptureDocument: Codable, Hashable, Sendable {
    public var path: String
    /// In hexadecimal; null unless it was asked for.
    @ExplicitNull public var sha256: String?
    /// `pcap`, `pcapng` or `unknown`.
    public var format: String
    /// Registered names without `LINKTYPE_`.
    public var linkTypes: [String]
    public var packets: UInt64
    public var bytes: UInt64
    /// RFC 3339 in UTC; null without packets.
    @ExplicitNull public var firstSeen: String?
    @ExplicitNull public var lastSeen: String?
    /// Read to its end without an error.
    public var complete: Bool
    /// Dotted name to count.
    public var anomalies: [String: UInt64]
    /// The one segment of the site that it shows; null: none or several.
    @ExplicitNull public var segment: String?
    /// All segments that it shows, sorted.
    public var segments: [String]
    /// `switch`, `host` or `routed` as the site declares it; null where it says nothing or says several.
    @ExplicitNull public var vantage: String?
}

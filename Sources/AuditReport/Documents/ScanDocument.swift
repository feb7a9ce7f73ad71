/// What `scan --json` prints: `v6audit.scan/1`.
public struct ScanDocument: Codable, Hashable, Sendable {
    public static let schema = "v6audit.scan/1"

    public var schema: String
    public var captures: [CaptureDocument]
    public var hosts: [SeenHostDocument]
    public var unmergedAddresses: [UnmergedAddressDocument]
    public var links: [LinkDocument]
    public var tunnels: [TunnelDocument]
    public var names: [DNSNameDocument]
    @AddedLater public var serverNames: [ServerNameDocument] = []
    @AddedLater public var routing: [RoutingDocument] = []
    @AddedLater public var devices: [DeviceDocument] = []
    @AddedLater public var identities: [IdentityDocument] = []
    @AddedLater public var services: [ServiceStateDocument] = []
    /// Of the correlation as a whole: dotted name to count.
    public var anomalies: [String: UInt64]
}

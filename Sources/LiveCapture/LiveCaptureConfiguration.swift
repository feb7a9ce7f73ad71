/// What is asked of an interface.
public struct LiveCaptureConfiguration: Hashable, Sendable {
    /// The longest packet that libpcap and Wireshark write.
    public static let standardSnapLength: UInt32 = 262_144

    public var interface: String
    /// Bytes kept of each packet.
    public var snapLength = standardSnapLength
    /// Also frames for other machines.
    public var isPromiscuous = true
    /// The kernel's buffer, in MiB: what waits there while this program is busy.
    public var bufferMebibytes = 64
    /// pcap-filter(7); nil takes every packet.
    public var filter: String?

    public init(interface: String) { self.interface = interface }

    /// How long the kernel may hold packets back to hand them over together, in milliseconds.
    static let handOverMilliseconds: Int32 = 100
}

/// Why an interface cannot be captured, or no longer.
public struct LiveCaptureError: Error, Hashable, Sendable {
    public let interface: String
    public let reason: Reason

    public enum Reason: Hashable, Sendable {
        case noSuchInterface
        case permissionDenied
        case interfaceDown
        /// In libpcap's words, English.
        case filter(String)
        /// The interface came back with another kind of frames: what follows would be another capture.
        case linkTypeChanged(from: String, to: String)
        /// libpcap's words, English.
        case system(String)
    }
}

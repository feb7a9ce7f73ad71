public import LiveCapture
public import NetworkTypes

/// When a live capture ends by itself; nil everywhere: it runs until it is stopped.
public struct LiveStop: Hashable, Sendable {
    public var packets: UInt64?
    /// Since the start.
    public var nanoseconds: Int64?
    /// Files of a series.
    public var files: Int?
    /// Bytes of the one file.
    public var fileBytes: Int?
    /// The end of the permission to capture.
    public var until: CaptureTime?

    public init() {}

    /// Somebody asked for an end, so that an earlier one leaves something out.
    public var isLimited: Bool { packets != nil || nanoseconds != nil || files != nil || fileBytes != nil }
}

/// Why a live capture ended.
public enum LiveEnd: Hashable, Sendable {
    /// Stopped on request.
    case asked
    /// By one of the limits of `LiveStop`.
    case reachedLimit
    case permissionEnded(CaptureTime)
    case interfaceFailed(LiveCaptureError)
    case writeFailed(CaptureWriteError)
    /// The observing thread gave up; it knows why.
    case aborted
}

/// How far a live capture is.
public struct LiveProgress: Sendable {
    public let interface: String
    public let packets: UInt64
    public let statistics: LiveStatistics
    /// The file being written; nil without one.
    public let path: String?
}

/// What a live capture gave.
public struct LiveScanResult: Sendable {
    public let scan: ScanResult
    /// Packets that were observed; in files also written.
    public let packets: UInt64
    public let statistics: LiveStatistics
    /// Oldest first, at most `LiveScan.gapLimit`.
    public let gaps: [LiveGap]
    public let gapCount: UInt64
    public let end: LiveEnd
    /// Files that the ring gave up: proofs that point into them cannot be opened.
    public let filesRemoved: UInt64
}

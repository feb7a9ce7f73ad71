import NetworkTypes

/// What is counted of the current capture.
struct CaptureCounters {
    let capture: UInt32
    var packets: UInt64 = 0
    var bytes: UInt64 = 0
    var largestFrame = 0
    var lastFrame: UInt64 = 0
    var firstSeen: CaptureTime?
    var lastSeen: CaptureTime?

    /// - Returns: the frame's time; the latest before it where it has none.
    @inline(__always)
    mutating func count(_ byteCount: Int, _ number: UInt64, _ time: CaptureTime?) -> CaptureTime {
        packets &+= 1
        if number > lastFrame { lastFrame = number }
        bytes &+= UInt64(truncatingIfNeeded: byteCount)
        if byteCount > largestFrame { largestFrame = byteCount }
        guard let time else { return lastSeen ?? CaptureTime(nanoseconds: 0) }
        if let firstSeen, let lastSeen {
            if time < firstSeen { self.firstSeen = time }
            if time > lastSeen { self.lastSeen = time }
        } else {
            firstSeen = time
            lastSeen = time
        }
        return time
    }
}

/// A Neighbour Solicitation from `::`. RFC 4862 §5.4.2.
struct DuplicateAddressProbe: Sendable {
    let mac: MACAddress
    let nonce: UInt64?
    let time: CaptureTime
}

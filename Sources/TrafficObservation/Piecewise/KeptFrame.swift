import NetworkTypes
import PacketDecode

/// A frame that cannot be understood without those before it: the data of a connection, a fragment, a probe. While parts
/// of one capture are observed apart, such frames are kept and read again when the parts stand in their order.
struct KeptFrame: Sendable {
    /// What of the frame is read again; all else was noted when it came.
    struct Parts: OptionSet, Sendable {
        let rawValue: UInt8
        static let stream = Parts(rawValue: 1)
        static let announcement = Parts(rawValue: 2)
        static let fragment = Parts(rawValue: 4)
        static let probe = Parts(rawValue: 8)
        /// All of it but its count: a frame without a time.
        static let whole = Parts(rawValue: 16)
    }

    var capture: UInt32
    let number: UInt64
    /// Nil where the file gives none.
    let time: CaptureTime?
    /// The latest time of the capture up to this frame, nil before any.
    var latest: CaptureTime?
    let interface: UInt32
    let linkType: LinkType
    var parts: Parts
    let bytes: [UInt8]
}

/// The kept frames of one chain of captures, in their order.
struct KeptChain: Sendable {
    var chain: UInt32
    var frames: [KeptFrame]
}

/// The frames that are being kept, up to a limit of bytes.
struct KeptFrames {
    /// What one kept frame costs beside its bytes, about.
    private static let frameCost = 128

    private var frames: [KeptFrame] = []
    private var heldBytes = 0
    /// Frames that found no room: they were read at once.
    private(set) var refused: UInt64 = 0
    /// The frame that is being observed.
    private var number: UInt64 = 0
    private var time: CaptureTime?
    private var interface: UInt32 = 0
    private var linkType = LinkType.ethernet
    private var latest: CaptureTime?
    /// Data that was kept of ends of connections whose beginning was not seen, after nothing more seemed to be wanted.
    var graces: [UInt64: Grace] = [:]

    struct Grace {
        var bytes: UInt32 = 0
        var segments: UInt8 = 0
    }

    mutating func begin(
        _ number: UInt64, _ time: CaptureTime?, _ interface: UInt32, _ linkType: LinkType, latest: CaptureTime?
    ) {
        self.number = number
        self.time = time
        self.interface = interface
        self.linkType = linkType
        self.latest = latest
    }

    /// False: the limit is met.
    mutating func keep(_ bytes: borrowing RawSpan, _ part: KeptFrame.Parts, capture: UInt32, limit: Int) -> Bool {
        if let last = frames.indices.last, frames[last].number == number, frames[last].capture == capture {
            frames[last].parts.insert(part)
            return true
        }
        let cost = bytes.byteCount + Self.frameCost
        guard heldBytes + cost <= limit else {
            refused &+= 1
            return false
        }
        heldBytes += cost
        var copy: [UInt8] = []
        copy.reserveCapacity(bytes.byteCount)
        for offset in 0..<bytes.byteCount { copy.append(bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)) }
        frames.append(
            KeptFrame(
                capture: capture, number: number, time: time, latest: latest, interface: interface, linkType: linkType,
                parts: part, bytes: copy))
        return true
    }

    /// Hands the frames of the chain that ends to the set; those of all chains count towards the limit.
    mutating func endChain(of chain: UInt32, in set: inout ObservationSet) {
        graces = [:]
        set.kept.append(KeptChain(chain: chain, frames: frames))
        frames = []
    }
}

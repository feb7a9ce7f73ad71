public import CaptureInput
import NetworkTypes
import PacketCapture
public import TrafficObservation

/// How far a scan is.
public struct ScanProgress: Sendable {
    public let path: String
    /// Bytes of the file on the disk; `total` is nil for a pipe.
    public let bytes: UInt64
    public let total: UInt64?
    /// Packets of all captures so far.
    public let packets: UInt64
}

/// What reading a list of captures gave.
public struct ScanResult: Sendable {
    public let observations: ObservationSet
    /// One for each input that could not be read, or not to its end, in the order of the inputs.
    public let errors: [InputError]
    /// Stopped on request: what was read so far stands.
    public let wasInterrupted: Bool

    /// At least one capture was read, if only its header.
    public var hasReadSomething: Bool {
        wasInterrupted || errors.count < observations.captures.count || errors.contains { $0.packetsRead > 0 }
    }
}

/// Reads captures one after another, decodes each frame and observes it: one thread reads and decodes, this one observes.
public struct CaptureScan {
    /// Compute the SHA-256 of each decompressed input.
    public var hashesInputs = false
    public var limits = ObservationLimits()
    /// Only frames that this takes are observed, pcap-filter(7); nil takes all. Frame numbers stay those of the file.
    public var filter: String?
    /// Called after each batch.
    public var onProgress: (ScanProgress) -> Void = { _ in }
    /// Asked after each batch; true ends the scan.
    public var isCancelled: () -> Bool = { false }

    public init() {}

    /// - Parameter paths: files or `-`, as `CaptureInput.expand` gives them.
    public func run(_ paths: [String]) -> ScanResult {
        var observer = TrafficObserver(limits: limits)
        var errors: [InputError] = []
        var packets: UInt64 = 0
        var path = ""
        var wasInterrupted = false
        let reader = CaptureReaderThread()
        reader.start(paths, hashing: hashesInputs, filter: filter)
        while true {
            var delivery = reader.next()
            switch delivery.event {
            case .begin(let opened, let format):
                path = opened
                observer.beginCapture(path: opened, format: format)
            case .batch(let bytes, let total):
                guard let batch = delivery.batch.take() else { continue }
                if !wasInterrupted {
                    batch.observe(into: &observer)
                    packets &+= UInt64(batch.packets.count)
                    onProgress(ScanProgress(path: path, bytes: bytes, total: total, packets: packets))
                    if isCancelled() {
                        wasInterrupted = true
                        reader.stop()
                    }
                }
                reader.giveBack(batch)
            case .end(let end):
                let isComplete = end.failure == nil && !wasInterrupted && !end.wasInterrupted
                observer.endCapture { capture in
                    // With the pcapng blocks that Wireshark numbers as frames although they are no packets.
                    if isComplete, filter == nil { capture.packets = end.packetCount }
                    capture.linkTypes = end.linkTypes
                    capture.sha256 = isComplete ? end.digest : nil
                    capture.isComplete = isComplete
                }
                if let failure = end.failure, !wasInterrupted { errors.append(failure) }
            case .unreadable(let error):
                observer.beginCapture(path: error.path, format: "unknown")
                observer.endCapture { $0.isComplete = false }
                errors.append(error)
            case .finished:
                return ScanResult(observations: observer.finish(), errors: errors, wasInterrupted: wasInterrupted)
            }
        }
    }
}

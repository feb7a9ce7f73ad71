public import CaptureInput
public import NetworkTypes
import PacketCapture
import PacketDecode
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

/// Reads captures one after another, decodes each frame and observes it. The bytes of a frame live until the next batch.
public struct CaptureScan {
    /// Compute the SHA-256 of each decompressed input.
    public var hashesInputs = false
    public var limits = ObservationLimits()
    /// Called after each batch.
    public var onProgress: (ScanProgress) -> Void = { _ in }
    /// Asked after each batch; true ends the scan.
    public var isCancelled: () -> Bool = { false }

    public init() {}

    /// - Parameter paths: files or `-`, as `CaptureInput.expand` gives them.
    public func run(_ paths: [String]) -> ScanResult {
        var observer = TrafficObserver(limits: limits)
        var batch = PacketBatch()
        var errors: [InputError] = []
        var packets: UInt64 = 0
        var wasInterrupted = false
        for path in paths where !wasInterrupted {
            do throws(InputError) {
                var input = try CaptureInput.open(path, hashing: hashesInputs)
                observer.beginCapture(path: path, format: input.format.rawValue)
                var failure: InputError?
                do throws(InputError) {
                    while try input.read(into: &batch) {
                        Self.observe(batch, into: &observer)
                        packets &+= UInt64(batch.count)
                        onProgress(
                            ScanProgress(
                                path: path, bytes: input.bytesFromDisk, total: input.sizeOnDisk, packets: packets))
                        if isCancelled() {
                            wasInterrupted = true
                            break
                        }
                    }
                } catch {
                    failure = error
                }
                let linkTypes = input.linkTypes.map(\.name)
                let digest = wasInterrupted || failure != nil ? nil : input.digest()
                let isComplete = failure == nil && !wasInterrupted
                let count = input.packetCount
                observer.endCapture { capture in
                    // With the pcapng blocks that Wireshark numbers as frames although they are no packets.
                    if isComplete { capture.packets = count }
                    capture.linkTypes = linkTypes
                    capture.sha256 = digest
                    capture.isComplete = isComplete
                }
                if let failure { errors.append(failure) }
            } catch {
                observer.beginCapture(path: path, format: "unknown")
                observer.endCapture { $0.isComplete = false }
                errors.append(error)
            }
        }
        return ScanResult(observations: observer.finish(), errors: errors, wasInterrupted: wasInterrupted)
    }

    private static func observe(_ batch: borrowing PacketBatch, into observer: inout TrafficObserver) {
        var record = FrameRecord()
        let frames = batch.frames
        for position in 0..<frames.count {
            let frame = frames[position]
            let bytes = batch.bytes(of: frame)
            FrameDecoder.decode(bytes, linkType: frame.linkType, into: &record)
            observer.observe(
                record, bytes, number: frame.number, time: frame.time, interface: frame.interface,
                linkType: frame.linkType)
        }
    }
}

public import CaptureInput
import NetworkTypes
public import ObservationFile
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
    public private(set) var observations: ObservationSet
    /// One for each input that could not be read, or not to its end, in the order of the inputs.
    public let errors: [InputError]
    /// The same of files of observations.
    public var observationErrors: [ObservationFileError] = []
    /// Of files of observations that could not be taken up beside the others.
    public var overlaps: [ObservationMergeError] = []
    /// Files of observations that were taken up.
    public var observationFiles = 0
    /// Stopped on request: what was read so far stands.
    public let wasInterrupted: Bool

    /// At least one capture was read, if only its header.
    public var hasReadSomething: Bool {
        wasInterrupted || observationFiles > 0 || errors.count < observations.captures.count
            || errors.contains { $0.packetsRead > 0 }
    }

    /// Some input was not read, or not to its end.
    public var hasErrors: Bool {
        !errors.isEmpty || !observationErrors.isEmpty || !overlaps.isEmpty
    }
}

extension ScanResult {
    /// Takes up what a file of observations holds.
    fileprivate mutating func take(_ path: String, _ limits: ObservationLimits) {
        let stored: ObservationSet
        do throws(ObservationFileError) {
            stored = try ObservationFile.read(path, limits: limits)
        } catch {
            observationErrors.append(error)
            return
        }
        do throws(ObservationMergeError) {
            try observations.take(stored, limits: limits)
            observationFiles += 1
        } catch {
            overlaps.append(error)
        }
    }

    fileprivate mutating func completeObservations() {
        if observationFiles > 0 { observations.complete() }
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

    /// - Parameter paths: files or `-`, as `CaptureInput.expand` gives them; captures and files of observations, told
    ///   apart by what they hold.
    public func run(_ paths: [String]) -> ScanResult {
        let stored = paths.filter { ObservationFile.isObservations($0) }
        var result = scan(paths.filter { !stored.contains($0) })
        for path in stored {
            if isCancelled() { break }
            result.take(path, limits)
        }
        result.completeObservations()
        return result
    }

    private func scan(_ paths: [String]) -> ScanResult {
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

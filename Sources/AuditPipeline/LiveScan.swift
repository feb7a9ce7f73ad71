import Dispatch
public import LiveCapture
import NetworkTypes
import PacketCapture
import PacketDecode
import Synchronization
public import TrafficObservation

/// Captures an interface: one thread fills batches, the calling one writes them to files, decodes and observes.
public struct LiveScan {
    /// Gaps that are kept with their times; all are counted.
    public static let gapLimit = 4096

    public var limits = ObservationLimits()
    public var stop = LiveStop()
    /// Called after each batch, on the calling thread.
    public var onProgress: (LiveProgress) -> Void = { _ in }
    /// Called when the interface goes down or comes back, on the calling thread.
    public var onNotice: (LiveNotice) -> Void = { _ in }
    /// Asked several times a second, on the capturing thread; true ends the capture.
    public var isCancelled: @Sendable () -> Bool = { false }

    public init() {}

    /// - Parameter writer: without one the packets are not kept, and proofs name frames of this run.
    public func run(
        _ source: consuming sending LiveCaptureSource, writer: consuming CaptureFileWriter? = nil
    ) -> LiveScanResult {
        let reader: LiveReader
        var work: LiveWork
        do {
            let interface = source.configuration.interface
            let linkType = source.linkType
            let files = Self.files(writer)
            let exchange = LiveExchange(source)
            reader = LiveReader(
                exchange: exchange, stop: stop, files: files?.options, fileHeaderLength: files?.headerLength ?? 0,
                isCancelled: isCancelled)
            work = LiveWork(
                exchange: exchange, interface: interface, linkType: linkType, limits: limits, writer: writer)
        }
        let capturing = DispatchQueue(label: "v6audit.capture", qos: .userInteractive)
        capturing.async { reader.exchange.source.withLock { reader.run(&$0) } }
        var end: LiveEnd?
        while end == nil {
            guard var batch = reader.exchange.full.take() else { continue }
            end = work.take(&batch, onNotice: onNotice)
            onProgress(work.progress)
            reader.exchange.free.put(batch.packets)
        }
        // The capturing thread lets go of the source when it ends.
        let gap = reader.exchange.source.withLock { $0.openGap }
        return work.finish(end ?? .asked, openGap: gap, wasLimited: stop.isLimited)
    }

    private static func files(
        _ writer: borrowing CaptureFileWriter?
    ) -> (options: CaptureFileOptions, headerLength: Int)? {
        switch writer {
        case .some(let writer): (writer.options, writer.headerLength)
        case .none: nil
        }
    }
}

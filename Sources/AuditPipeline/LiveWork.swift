import LiveCapture
import NetworkTypes
import PacketCapture
import PacketDecode
import Synchronization
import TrafficObservation

/// What the observing thread does with each batch: write, then observe, so that every proof points to what is kept.
struct LiveWork: ~Copyable {
    private let exchange: LiveExchange
    private let interface: String
    private let linkType: LinkType
    private var writer: CaptureFileWriter?
    private var observer: TrafficObserver
    private var packets: UInt64 = 0
    private var statistics = LiveStatistics()
    /// As the current file began.
    private var fileStatistics = LiveStatistics()
    private var gaps: [LiveGap] = []
    private var gapCount: UInt64 = 0
    /// Since the current file began; one that was open then is one of them.
    private var fileGaps: UInt64 = 0
    private var isDown = false
    private var filesRemoved: UInt64 = 0
    private var writeFailure: CaptureWriteError?

    init(
        exchange: LiveExchange, interface: String, linkType: LinkType, limits: ObservationLimits,
        writer: consuming CaptureFileWriter?
    ) {
        self.exchange = exchange
        self.interface = interface
        self.linkType = linkType
        observer = TrafficObserver(limits: limits)
        self.writer = writer
        beginCapture()
    }

    var progress: LiveProgress {
        LiveProgress(interface: interface, packets: packets, statistics: statistics, path: path)
    }

    private var path: String? {
        switch writer {
        case .some(let writer): writer.path
        case .none: nil
        }
    }

    /// Nil while the capture goes on.
    mutating func take(_ batch: inout LiveBatch, onNotice: (LiveNotice) -> Void) -> LiveEnd? {
        statistics = batch.statistics
        for notice in batch.notices {
            onNotice(notice)
            switch notice {
            case .wentDown:
                gapCount &+= 1
                fileGaps &+= 1
                isDown = true
            case .cameBack(_, let gap):
                if gaps.count < LiveScan.gapLimit { gaps.append(gap) }
                isDown = false
            }
        }
        if writeFailure == nil {
            do throws(CaptureWriteError) {
                try writer?.write(batch.packets)
                observer.observe(batch.packets)
                packets &+= UInt64(batch.packets.count)
                if case .file = batch.ending { try nextFile() }
            } catch {
                writeFailure = error
                exchange.isAborted.store(true, ordering: .relaxed)
            }
        }
        guard case .capture(let end) = batch.ending else { return nil }
        return writeFailure.map { .writeFailed($0) } ?? end
    }

    private mutating func nextFile() throws(CaptureWriteError) {
        try writer?.finish(statistics.since(fileStatistics))
        endCapture(isComplete: true)
        if try writer?.next() != nil { filesRemoved &+= 1 }
        beginCapture(isNextFile: true)
    }

    private mutating func beginCapture(isNextFile: Bool = false) {
        let format =
            switch writer {
            case .some(let writer): writer.options.encoding.format.rawValue
            case .none: "unknown"
            }
        observer.beginCapture(path: path ?? "interface \(interface)", format: format, isNextFile: isNextFile)
    }

    private mutating func endCapture(isComplete: Bool) {
        let losses = statistics.since(fileStatistics)
        let gaps = fileGaps
        let linkType = linkType.name
        observer.endCapture { capture in
            capture.linkTypes = [linkType]
            capture.isComplete = isComplete
            // Where packets are missing, their absence proves nothing.
            if losses.droppedByKernel > 0 { capture.anomalies["capture.dropped.kernel"] = losses.droppedByKernel }
            if losses.droppedByInterface > 0 {
                capture.anomalies["capture.dropped.interface"] = losses.droppedByInterface
            }
            if gaps > 0 { capture.anomalies["capture.interface-down"] = gaps }
        }
        fileStatistics = statistics
        fileGaps = isDown ? 1 : 0
    }

    consuming func finish(_ end: LiveEnd, openGap: LiveGap?, wasLimited: Bool) -> LiveScanResult {
        var end = end
        if let openGap, gaps.count < LiveScan.gapLimit { gaps.append(openGap) }
        if writeFailure == nil {
            do throws(CaptureWriteError) {
                try writer?.finish(statistics.since(fileStatistics))
            } catch {
                end = .writeFailed(error)
            }
        }
        let wasInterrupted = end == .asked && wasLimited
        let isComplete =
            switch end {
            case .asked: !wasInterrupted
            case .reachedLimit, .permissionEnded: true
            case .interfaceFailed, .writeFailed, .aborted: false
            }
        endCapture(isComplete: isComplete)
        let scan = ScanResult(observations: observer.finish(), errors: [], wasInterrupted: wasInterrupted)
        return LiveScanResult(
            scan: scan, packets: packets, statistics: statistics, gaps: gaps, gapCount: gapCount, end: end,
            filesRemoved: filesRemoved)
    }
}

extension TrafficObserver {
    /// Decodes and observes all frames of a batch.
    mutating func observe(_ batch: borrowing PacketBatch) {
        var record = FrameRecord()
        let frames = batch.frames
        for position in 0..<frames.count {
            let frame = frames[position]
            let bytes = batch.bytes(of: frame)
            FrameDecoder.decode(bytes, linkType: frame.linkType, into: &record)
            observe(
                record, bytes, number: frame.number, time: frame.time, interface: frame.interface,
                linkType: frame.linkType)
        }
    }
}

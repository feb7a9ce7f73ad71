import Dispatch
import LiveCapture
import NetworkTypes
import PacketCapture
import Synchronization

/// Packets on their way from the thread that captures to the one that observes.
struct LiveBatch: ~Copyable, Sendable {
    enum Ending: Sendable {
        /// The file being written ends with this batch and another begins.
        case file
        case capture(LiveEnd)
    }

    var packets: PacketBatch
    var ending: Ending?
    /// As of the last second; at an ending as of now.
    var statistics: LiveStatistics
    var notices: [LiveNotice]
}

/// What the two threads share.
final class LiveExchange: Sendable {
    /// Of 1 MiB each: what is on its way beside the kernel's buffer.
    static let batches = 8

    let free = BatchQueue<PacketBatch>(capacity: batches)
    let full = BatchQueue<LiveBatch>(capacity: batches)
    /// The observing thread cannot go on.
    let isAborted = Atomic<Bool>(false)
    /// Held by the capturing thread for as long as it captures.
    let source: Mutex<LiveCaptureSource>

    init(_ source: consuming sending LiveCaptureSource) {
        self.source = Mutex(source)
        for _ in 0..<Self.batches { free.put(PacketBatch()) }
    }
}

/// The loop of the thread that captures: fills batches, and decides where files and the capture end.
struct LiveReader {
    let exchange: LiveExchange
    let stop: LiveStop
    let files: CaptureFileOptions?
    /// Bytes of a file before its first packet.
    let fileHeaderLength: Int
    let isCancelled: @Sendable () -> Bool

    private var fileRoom: Int {
        guard let limit = files?.fileBytes ?? stop.fileBytes, files != nil else { return .max }
        return max(1, limit - fileHeaderLength)
    }

    func run(_ source: inout LiveCaptureSource) {
        let began = LiveClock.steady
        var request = LiveCaptureSource.Request(firstNumber: 1)
        request.encoding = files?.encoding
        request.fileRoom = fileRoom
        var (seen, fileNumber, fileBegan): (UInt64, Int, Int64) = (0, 1, began)
        var reason: LiveEnd?
        while let batch = exchange.free.take() {
            var packets = batch
            request.packets = stop.packets.map { $0 &- min($0, seen) } ?? .max
            let outcome = source.fill(&packets, request)
            seen &+= UInt64(packets.count)
            request.firstNumber &+= UInt64(packets.count)
            if request.fileRoom != .max { request.fileRoom -= packets.byteCount }
            let now = LiveClock.steady
            var ending: LiveBatch.Ending?
            switch outcome {
            case .failed(let error): ending = .capture(.interfaceFailed(error))
            case .ended: ending = .capture(reason ?? .asked)
            case .fileFull where files?.isSeries != true: ending = .capture(.reachedLimit)
            case .fileFull: ending = .file
            case .filled:
                if let limit = files?.fileNanoseconds, now &- fileBegan >= limit { ending = .file }
            }
            if case .file = ending, fileNumber == stop.files { ending = .capture(.reachedLimit) }
            if let limit = stop.packets, seen >= limit { ending = .capture(.reachedLimit) }
            if exchange.isAborted.load(ordering: .relaxed) { ending = .capture(.aborted) }
            if reason == nil, let found = reasonToStop(elapsed: now &- began) {
                reason = found
                source.finish()
            }
            if ending != nil { source.updateStatistics() }
            if case .file = ending {
                fileNumber += 1
                fileBegan = now
                request.firstNumber = 1
                request.fileRoom = fileRoom
            }
            var isOver = false
            if case .capture = ending { isOver = true }
            exchange.full.put(
                LiveBatch(
                    packets: packets, ending: ending, statistics: source.statistics, notices: source.takeNotices()))
            if isOver { return }
        }
    }

    private func reasonToStop(elapsed: Int64) -> LiveEnd? {
        if isCancelled() { return .asked }
        if let limit = stop.nanoseconds, elapsed >= limit { return .reachedLimit }
        if let until = stop.until, LiveClock.wall >= until { return .permissionEnded(until) }
        return nil
    }
}

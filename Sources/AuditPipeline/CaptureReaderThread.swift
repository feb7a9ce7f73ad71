import CaptureInput
import Dispatch
import LiveCapture
import NetworkTypes
import PacketCapture
import Synchronization

/// What the reading thread has to say, in the order of the inputs.
struct Delivery: ~Copyable, Sendable {
    enum Event: Sendable {
        case begin(path: String, format: String)
        /// With the bytes taken from the disk so far, and those of the whole file.
        case batch(bytesFromDisk: UInt64, sizeOnDisk: UInt64?)
        case end(CaptureEnd)
        /// An input that could not be opened.
        case unreadable(InputError)
        case finished
    }

    let event: Event
    /// With `Event.batch` only.
    var batch: DecodedBatch?
}

/// What is known of an input when nothing more is read of it.
struct CaptureEnd: Sendable {
    let linkTypes: [String]
    let digest: String?
    /// Nil where it was read to its end, or reading was stopped on request.
    let failure: InputError?
    let wasInterrupted: Bool
    /// As Wireshark counts them.
    let packetCount: UInt64
}

/// Opens, reads and decodes inputs one after another on a thread of its own, two batches ahead of the observer.
final class CaptureReaderThread: Sendable {
    private let deliveries = BatchQueue<Delivery>(capacity: CaptureReaderThread.batchCount + 1)
    private let emptied = BatchQueue<DecodedBatch>(capacity: CaptureReaderThread.batchCount)
    private let isStopped = Atomic<Bool>(false)

    /// Batches in circulation: one being filled, one or two waiting, one being observed.
    private static let batchCount = 3

    /// - Parameter filter: pcap-filter(7); nil lets every frame pass.
    func start(_ paths: [String], hashing: Bool, filter: String? = nil) {
        DispatchQueue(label: "v6audit.reader").async { self.run(paths, hashing: hashing, filter) }
    }

    func next() -> Delivery { deliveries.take() ?? Delivery(event: .finished) }
    func giveBack(_ batch: consuming DecodedBatch) { emptied.put(batch) }
    /// No further batch is read; what was delivered is still to be taken, up to `finished`.
    func stop() { isStopped.store(true, ordering: .relaxed) }

    private func run(_ paths: [String], hashing: Bool, _ expression: String?) {
        var filter = expression.map { FrameFilter($0) }
        var unused = Self.batchCount
        for path in paths where !isStopped.load(ordering: .relaxed) {
            do throws(InputError) {
                var input = try CaptureInput.open(path, hashing: hashing)
                deliveries.put(Delivery(event: .begin(path: path, format: input.format.rawValue)))
                let failure = read(&input, &filter, &unused)
                let wasInterrupted = isStopped.load(ordering: .relaxed)
                let digest = wasInterrupted || failure != nil ? nil : input.digest()
                let end = CaptureEnd(
                    linkTypes: input.linkTypes.map(\.name), digest: digest, failure: failure,
                    wasInterrupted: wasInterrupted, packetCount: input.packetCount)
                deliveries.put(Delivery(event: .end(end)))
            } catch {
                deliveries.put(Delivery(event: .unreadable(error)))
            }
        }
        deliveries.put(Delivery(event: .finished))
    }

    private func read(
        _ input: inout CaptureInput, _ filter: inout FrameFilter?, _ unused: inout Int
    ) -> InputError? {
        do throws(InputError) {
            while !isStopped.load(ordering: .relaxed) {
                var batch = emptyBatch(&unused)
                guard try input.read(into: &batch.packets) else {
                    unused += 1
                    return nil
                }
                batch.decode()
                if let failure = select(&batch, &filter, input.path) {
                    unused += 1
                    return failure
                }
                let event = Delivery.Event.batch(
                    bytesFromDisk: input.bytesFromDisk, sizeOnDisk: input.sizeOnDisk)
                deliveries.put(Delivery(event: event, batch: batch))
            }
            return nil
        } catch {
            unused += 1
            return error
        }
    }

    private func select(
        _ batch: inout DecodedBatch, _ filter: inout FrameFilter?, _ path: String
    ) -> InputError? {
        guard var active = filter.take() else { return nil }
        defer { filter = active }
        do {
            try batch.select(&active)
            return nil
        } catch {
            return InputError(path: path, reason: .filter(expression: error.expression, reason: error.reason))
        }
    }

    private func emptyBatch(_ unused: inout Int) -> DecodedBatch {
        if unused > 0 {
            unused -= 1
            return DecodedBatch()
        }
        return emptied.take() ?? DecodedBatch()
    }
}

import CaptureInput
import PacketCapture

/// What came of reading an input to its end.
struct OpenedCapture {
    private(set) var packets: UInt64 = 0
    private(set) var framesDelivered = 0
    private(set) var error: InputError?
    private(set) var digest: String?
    private(set) var bytesRead: UInt64 = 0
    private(set) var bytesFromDisk: UInt64 = 0
    private(set) var sizeOnDisk: UInt64?

    init(_ path: String, hashing: Bool = false) {
        do throws(InputError) {
            var input = try CaptureInput.open(path, hashing: hashing)
            var batch = PacketBatch()
            do throws(InputError) {
                while try input.read(into: &batch) { framesDelivered += batch.count }
            } catch {
                self.error = error
            }
            packets = input.packetCount
            digest = input.digest()
            bytesRead = input.bytesRead
            bytesFromDisk = input.bytesFromDisk
            sizeOnDisk = input.sizeOnDisk
        } catch {
            self.error = error
        }
    }
}

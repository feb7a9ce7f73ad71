import CaptureInput
import Glibc
import PacketCapture

/// Whole captures, read to their end, every frame decoded.
public enum CaptureFuzzing {
    /// Reads a capture that stands in memory.
    public static func violation(_ capture: [UInt8]) -> String? {
        do throws(CaptureFileError) {
            var reader = try CaptureFileReader(MemoryByteSource(capture, chunk: 4096))
            // Small, so that records do not fit and have to be carried on.
            var batch = PacketBatch(capacity: 4096)
            var delivered = 0
            while try reader.read(into: &batch) {
                delivered += batch.count
                if delivered > capture.count { return "more frames than bytes" }
                if let problem = violation(of: batch) { return problem }
            }
            if try reader.read(into: &batch) { return "frames behind the end" }
        } catch {
            return nil
        }
        return nil
    }

    private static func violation(of batch: borrowing PacketBatch) -> String? {
        for position in 0..<batch.count {
            let frame = batch[position]
            let bytes = batch.bytes(of: frame)
            if bytes.byteCount != Int(frame.capturedLength) { return "a frame that leaves its batch" }
            if let problem = FrameFuzzing.violation(bytes, frame.linkType) { return problem }
        }
        return nil
    }

    /// Reads a capture as a user does: a file, in any of the compressed forms.
    static func compressedViolation(_ input: UnsafeRawBufferPointer) -> String? {
        guard let file = tmpfile() else { return nil }
        defer { fclose(file) }
        guard fwrite(input.baseAddress, 1, input.count, file) == input.count, fflush(file) == 0 else { return nil }
        do throws(InputError) {
            var opened = try CaptureInput.open("/proc/self/fd/\(fileno(file))", hashing: true)
            var batch = PacketBatch()
            // A small file may decompress to much; what counts is that each step ends.
            var steps = 0
            while try opened.read(into: &batch), steps < 64 { steps += 1 }
        } catch {
            _ = error.message
        }
        return nil
    }
}

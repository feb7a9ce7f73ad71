import CaptureInput
import Foundation
import NetworkTypes
import PacketCapture
import PacketDecode

/// Prints what the decoder says about each frame of a capture: a line of names, then one line per frame, separated by
/// tabs. For comparing with other decoders; `Tests/DecodingComparison/compare.py` reads it.
@main
struct DumpFields {
    static func main() {
        guard CommandLine.arguments.count == 2 else {
            complain("usage: dump-fields CAPTURE")
            exit(64)
        }
        print(FrameLine.names.joined(separator: "\t"))
        do throws(InputError) {
            var input = try CaptureInput.open(CommandLine.arguments[1])
            var batch = PacketBatch()
            var record = FrameRecord()
            while try input.read(into: &batch) {
                for position in 0..<batch.count {
                    let frame = batch[position]
                    let bytes = batch.bytes(of: frame)
                    FrameDecoder.decode(bytes, linkType: frame.linkType, into: &record)
                    print(FrameLine(number: frame.number, record, bytes).text)
                }
            }
        } catch {
            complain("\(error.path): \(error.reason)")  // the packets before the damage are printed
        }
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data("dump-fields: \(text)\n".utf8))
    }
}

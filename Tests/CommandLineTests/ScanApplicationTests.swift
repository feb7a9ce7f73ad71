import Foundation
import Testing

/// What `scan` shows of routers, servers and neighbours, in a capture made of five frames.
@Suite struct ScanApplicationTests {
    private let router: [UInt8] = [2, 0, 0, 0, 0, 1]
    private let client: [UInt8] = [2, 0, 0, 0, 0, 2]

    private func bytes<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }

    private func ethernet(to: [UInt8], _ type: UInt16, _ body: [UInt8], from: [UInt8]? = nil) -> [UInt8] {
        to + (from ?? router) + bytes(type) + body
    }

    private func ipv4(_ next: UInt8, _ source: [UInt8], _ destination: [UInt8], _ body: [UInt8]) -> [UInt8] {
        [0x45, 0] + bytes(UInt16(20 + body.count)) + [0, 1, 0, 0, 64, next, 0, 0] + source + destination + body
    }

    /// OSPF of version 2 to 224.0.0.5, of version 3 to ff02::5.
    private var ospf: [[UInt8]] {
        let two = [2, 1, 0, 24] + [UInt8](repeating: 1, count: 20)
        let three = [3, 1, 0, 16, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0] as [UInt8]
        let local = [0xfe, 0x80] + [UInt8](repeating: 0, count: 13) + [1]
        let group = [0xff, 2] + [UInt8](repeating: 0, count: 13) + [5]
        return [
            ethernet(to: [1, 0, 0x5e, 0, 0, 5], 0x0800, ipv4(89, [192, 0, 2, 1], [224, 0, 0, 5], two)),
            ethernet(
                to: [0x33, 0x33, 0, 0, 0, 5], 0x86dd, [0x60, 0, 0, 0, 0, 16, 89, 1] + local + group + three),
        ]
    }

    /// A bridge with a name and an escape sequence in it.
    private var lldp: [UInt8] {
        let name = Array("sw-\u{1b}[31m01".utf8)
        let body: [UInt8] =
            [0x02, 7, 4] + router + [0x04, 2, 7, 0x31, 0x06, 2, 0, 120, 0x0a, UInt8(name.count)] + name
            + [0x0e, 4, 0, 4, 0, 4, 0, 0]
        return ethernet(to: [1, 0x80, 0xc2, 0, 0, 0x0e], 0x88cc, body)
    }

    /// SYN and ClientHello to 198.51.100.7, port 443.
    private func hello(_ name: String) -> [[UInt8]] {
        let name = Array(name.utf8)
        let indication = bytes(UInt16(name.count + 3)) + [0] + bytes(UInt16(name.count)) + name
        let extensions = [0, 0] + bytes(UInt16(indication.count)) + indication
        let hello =
            [3, 3] + [UInt8](repeating: 7, count: 32) + [0, 0, 2, 0x13, 1, 1, 0] + bytes(UInt16(extensions.count))
            + extensions
        let message = [1, 0] + bytes(UInt16(hello.count)) + hello
        let record = [0x16, 3, 1] + bytes(UInt16(message.count)) + message
        func segment(_ sequence: UInt32, _ flags: UInt8, _ data: [UInt8]) -> [UInt8] {
            let tcp =
                bytes(UInt16(50_000)) + bytes(UInt16(443)) + bytes(sequence) + [0, 0, 0, 0, 0x50, flags, 4, 0]
                + [0, 0, 0, 0]
            return ethernet(
                to: router, 0x0800, ipv4(6, [192, 0, 2, 2], [198, 51, 100, 7], tcp + data), from: client)
        }
        return [segment(1, 2, []), segment(2, 0x18, record)]
    }

    private func capture(_ folder: TemporaryFolder) -> String {
        var file: [UInt8] = [0xa1, 0xb2, 0xc3, 0xd4, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 1]
        for (number, frame) in (ospf + [lldp] + hello("video.elsewhere.test")).enumerated() {
            file += bytes(UInt32(1_795_500_000 + number)) + [0, 0, 0, 0]
            file += bytes(UInt32(frame.count)) + bytes(UInt32(frame.count)) + frame
        }
        return folder.file("x.pcap", Data(file))
    }

    @Test func showsRoutersServersAndNeighboursInBothLanguages() throws {
        let folder = try TemporaryFolder()
        let path = capture(folder)
        let english = try Tool.run(["scan", "--lang", "en", "-r", path])
        #expect(english.status == 0)
        #expect(
            english.text.contains(
                "Protocols of routers, with the number of senders:\n    IPv4  ospf 1\n    IPv6  ospfv3 1\n"))
        #expect(
            english.text.contains(
                "One name was asked for by TLS, QUIC or HTTP:\n    video.elsewhere.test  198.51.100.7\n"))
        #expect(english.text.contains("One device announces itself to its neighbours:\n    sw-"))
        #expect(english.text.contains("02:00:00:00:00:01  lldp  switch"))
        #expect(!english.text.contains("\u{1b}"))
        let vietnamese = try Tool.run(["scan", "--lang", "vi", "-r", path])
        #expect(vietnamese.text.contains("Giao thức của bộ định tuyến"))
        #expect(vietnamese.text.contains("1 tên máy chủ được hỏi"))
        #expect(vietnamese.text.contains("thiết bị chuyển mạch"))
    }

    @Test func namesOutsideASiteAreOnlyCounted() throws {
        let folder = try TemporaryFolder()
        let site = try folder.sampleSite()
        let path = capture(folder)
        let text = try Tool.run(["scan", "--lang", "en", "--site", site, "-r", path])
        #expect(text.text.contains("one name outside the site, not shown"))
        #expect(!text.text.contains("elsewhere"))
        let json = try Tool.run(["scan", "--json", "--site", site, "-r", path])
        #expect(!json.text.contains("elsewhere"))
        #expect(!json.text.contains("\"address\" : \"198.51.100.7\",\n      \"capture\""))
    }

    @Test func aCaptureWithoutThemHasNoSuchBlocks() throws {
        let folder = try TemporaryFolder()
        let head: [UInt8] = [0xa1, 0xb2, 0xc3, 0xd4, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 1]
        let result = try Tool.run(["scan", "--lang", "en", "-r", folder.file("empty.pcap", Data(head))])
        #expect(result.status == 0)
        #expect(!result.text.contains(":\n"))
    }

    @Test func theDocumentIsWhatItsSchemaSays() throws {
        let folder = try TemporaryFolder()
        let json = folder.file("scan.json", try Tool.run(["scan", "--json", "-r", capture(folder)]).output)
        let keys = try String(contentsOfFile: json, encoding: .utf8)
        for key in ["ospfv3", "video.elsewhere.test", "\"bridge\"", "\"overlay\" : false"] {
            #expect(keys.contains(key), "\(key)")
        }
        #expect(try SchemaValidation.problems(of: json, "scan") == "")
    }
}

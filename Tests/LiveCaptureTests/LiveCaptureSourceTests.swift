import Glibc
import LiveCapture
import NetworkTypes
import PacketCapture
import Testing

/// On the loopback of this machine; needs the right to capture.
@Suite(.serialized) struct LiveCaptureSourceTests {
    static let mayCapture: Bool = {
        let socket = Glibc.socket(AF_PACKET, Int32(SOCK_RAW.rawValue), 0)
        defer { close(socket) }
        return socket >= 0
    }()

    /// Sends datagrams to a port on which nobody listens.
    private func send(_ count: Int, port: UInt16) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let payload = [UInt8](repeating: 65, count: 100)
        withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                for _ in 0..<count {
                    _ = sendto(socket, payload, payload.count, 0, address, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        }
    }

    private func configuration(_ filter: String) -> LiveCaptureConfiguration {
        var configuration = LiveCaptureConfiguration(interface: "lo")
        configuration.filter = filter
        configuration.bufferMebibytes = 4
        return configuration
    }

    @Test(.enabled(if: mayCapture, "needs CAP_NET_RAW"))
    func everyPacketIsDeliveredAndCounted() throws {
        var source = try LiveCaptureSource(configuration("udp and dst port 40123"))
        #expect(source.linkType == .ethernet)
        var batch = PacketBatch()
        send(1000, port: 40123)
        send(10, port: 40124)
        var request = LiveCaptureSource.Request(firstNumber: 1)
        var count: UInt64 = 0
        source.finish()
        for _ in 0..<50 {
            let outcome = source.fill(&batch, request)
            for position in 0..<batch.count {
                count += 1
                #expect(batch[position].number == count)
                #expect(batch[position].capturedLength == 142)
            }
            request.firstNumber = count + 1
            if outcome == .ended { break }
        }
        #expect(count == 1000)
        #expect(source.statistics.received == 1000)
        #expect(source.statistics.droppedByKernel == 0)
    }

    @Test(.enabled(if: mayCapture, "needs CAP_NET_RAW"))
    func whatTheKernelHasNoRoomForIsCounted() throws {
        var small = configuration("udp and dst port 40125")
        small.bufferMebibytes = 1
        var source = try LiveCaptureSource(small)
        var batch = PacketBatch()
        // More than the buffer holds: the kernel has to drop some.
        send(20_000, port: 40125)
        source.finish()
        var count: UInt64 = 0
        var request = LiveCaptureSource.Request(firstNumber: 1)
        for _ in 0..<50 {
            let outcome = source.fill(&batch, request)
            count += UInt64(batch.count)
            request.firstNumber = count + 1
            if outcome == .ended { break }
        }
        #expect(count < 20_000)
        #expect(source.statistics.droppedByKernel > 0)
        #expect(count + source.statistics.droppedByKernel == source.statistics.received)
    }

    @Test(.enabled(if: mayCapture, "needs CAP_NET_RAW"))
    func aFileEndsWithThePacketThatReachesItsSize() throws {
        var source = try LiveCaptureSource(configuration("udp and dst port 40126"))
        var batch = PacketBatch()
        send(100, port: 40126)
        source.finish()
        var request = LiveCaptureSource.Request(firstNumber: 1)
        request.encoding = .pcap
        // Records of 16 + 142 bytes: the seventh reaches 1000.
        request.fileRoom = 1000
        var outcome = source.fill(&batch, request)
        for _ in 0..<20 where batch.isEmpty { outcome = source.fill(&batch, request) }
        #expect(outcome == .fileFull)
        #expect(batch.count == 7)
        request.fileRoom = .max
        request.packets = 3
        #expect(source.fill(&batch, request) == .filled)
        #expect(batch.count == 3)
    }

    @Test func anInterfaceThatDoesNotExistIsNamed() {
        do {
            _ = try LiveCaptureSource(LiveCaptureConfiguration(interface: "no-such-if"))
            Issue.record("opened")
        } catch {
            #expect(error.interface == "no-such-if")
            #expect(error.reason == .noSuchInterface || error.reason == .permissionDenied)
        }
    }

    @Test(.enabled(if: mayCapture, "needs CAP_NET_RAW"))
    func aWrongFilterIsToldApart() {
        do {
            _ = try LiveCaptureSource(configuration("no filter"))
            Issue.record("opened")
        } catch {
            guard case .filter = error.reason else {
                Issue.record("\(error)")
                return
            }
        }
    }
}

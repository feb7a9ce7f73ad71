import HostClassification
import HostCorrelation
import NetworkTypes
import PacketDecode
import Testing
import TrafficObservation

/// States from the smallest captures that prove them.
@Suite struct SampleStatesTests {
    private let mac = MACAddress(value: 0x0002_0304_0506)
    private let other = MACAddress(value: 0x0002_0304_0507)

    private func profile(_ frames: [[UInt8]]) -> HostProfile? {
        var observer = TrafficObserver()
        observer.beginCapture(path: "test.pcap", format: "pcap")
        for (index, frame) in frames.enumerated() {
            var record = FrameRecord()
            FrameDecoder.decode(frame.span.bytes, linkType: .ethernet, into: &record)
            observer.observe(
                record, frame.span.bytes, number: UInt64(index + 1), time: CaptureTime(seconds: Int64(1000 + index)),
                interface: 0, linkType: .ethernet)
        }
        observer.endCapture { _ in }
        let set = observer.finish()
        let table = HostCorrelator.correlate(set)
        return HostClassifier.classify(table, set).first { $0.host.macs.contains(mac) }
    }

    private func octets(_ mac: MACAddress) -> [UInt8] {
        stride(from: 40, through: 0, by: -8).map { UInt8(truncatingIfNeeded: mac.value >> UInt64($0)) }
    }

    private func arp(_ last: UInt8) -> [UInt8] {
        octets(.broadcast) + octets(mac) + [0x08, 0x06, 0, 1, 8, 0, 6, 4, 0, 1] + octets(mac) + [10, 0, 0, last]
            + [0, 0, 0, 0, 0, 0, 10, 0, 0, 1]
    }

    /// A multicast listener report from a link-local address.
    private func listener(from mac: MACAddress) -> [UInt8] {
        let source: [UInt8] = [0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, octets(mac)[5]]
        let group: [UInt8] = [0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x16]
        return octets(MACAddress(value: 0x3333_0000_0016)) + octets(mac) + [0x86, 0xdd, 0x60, 0, 0, 0, 0, 8, 58, 1]
            + source + group + [143, 0, 0, 0, 0, 0, 0, 0]
    }

    @Test func aMachineWithoutAnAddressIsUnknown() {
        #expect(profile([octets(other) + octets(mac) + [0x88, 0xb5, 0]])?.state == .unknown)
    }

    @Test func ipv4AloneIsProvisionalWhereIPv6CouldNotHaveBeenSeen() {
        let found = profile([arp(5), arp(5)])
        #expect(found?.state == .ipv4Only)
        #expect(found?.provisionalBecause.contains(.ipv6NotVisible) == true)
        #expect(found?.provisionalBecause.contains(.windowTooShort) == true)
    }

    @Test func aLinkLocalAddressIsNotDualStack() {
        #expect(profile([arp(5), listener(from: mac)])?.state == .ipv4LatentIPv6)
    }

    @Test func linkLocalAloneIsNotIPv6Only() {
        #expect(profile([listener(from: mac)])?.state == .linkLocalOnly)
    }
}

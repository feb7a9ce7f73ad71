import NetworkTypes
import PacketDecode
import TestSupport
import TrafficObservation

/// Frames of one capture on one Ethernet interface, one a second, as an observation set.
struct ObservedFrames {
    private var observer = TrafficObserver()
    private var number: UInt64 = 0

    init(limits: ObservationLimits = ObservationLimits(), path: String = "test.pcap") {
        observer = TrafficObserver(limits: limits)
        observer.beginCapture(path: path, format: "pcap")
    }

    mutating func add(_ frame: [UInt8], linkType: LinkType = .ethernet, after seconds: Double = 1) {
        number += 1
        time += seconds
        var record = FrameRecord()
        FrameDecoder.decode(frame.span.bytes, linkType: linkType, into: &record)
        observer.observe(
            record, frame.span.bytes, number: number, time: CaptureTime(nanoseconds: Int64(time * 1e9)), interface: 0,
            linkType: linkType)
    }

    private var time = 1_700_000_000.0

    func finished() -> ObservationSet {
        var copy = observer
        copy.endCapture { _ in }
        return copy.finish()
    }
}

let alice = MACAddress(value: 0x0002_0304_0506)
let bob = MACAddress(value: 0x0002_0304_0507)
let aliceLinkLocal = IPv6Address(high: 0xfe80_0000_0000_0000, low: 0xa11c_e000_0000_0001)
let aliceGlobal = IPv6Address(high: 0x2001_0db8_0000_0001, low: 0xa11c_e000_0000_0001)
let bobGlobal = IPv6Address(high: 0x2001_0db8_0000_0001, low: 0xb0b0_0000_0000_0002)
let allNodes = IPv6Address(high: 0xff02_0000_0000_0000, low: 1)

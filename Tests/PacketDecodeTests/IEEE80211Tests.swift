import NetworkTypes
import PacketDecode
import TestSupport
import Testing

/// IEEE 802.11-2020 §9.3.2.
@Suite struct IEEE80211Tests {
    private let one = MACAddress(value: 0x0200_0000_0001)
    private let two = MACAddress(value: 0x0200_0000_0002)
    private let three = MACAddress(value: 0x0200_0000_0003)
    private let four = MACAddress(value: 0x0200_0000_0004)
    private let body = PacketBuilder.snap(type: 0x86dd, Sample.packet6)

    private func frame(
        _ control: UInt16, sequence: [UInt8] = [0, 0], quality: [UInt8] = [], _ body: [UInt8]? = nil
    ) -> [UInt8] {
        let addresses = control & 3 == 3 ? [one, two, three, four] : [one, two, three]
        return PacketBuilder.ieee80211(
            control: control, addresses: addresses, sequence: sequence, quality: quality, body ?? self.body)
    }

    @Test func takesTheAddressesByTheDistributionBits() {
        for (control, source, destination) in [
            (0x0800, two, one), (0x0801, two, three), (0x0802, three, one), (0x0803, four, three),
        ] as [(UInt16, MACAddress, MACAddress)] {
            let record = decode(frame(control), as: .ieee80211)
            #expect(record.hasLinkSource)
            #expect(record.linkSource == source)
            #expect(record.linkDestination == destination)
            #expect(record.etherType == .ipv6)
            #expect(record.network == .ipv6)
            #expect(record.destinationPort == 53)
            #expect(!record.isProtected)
            #expect(record.anomaly == .none)
            expectNoWrongFacts(of: frame(control), as: .ieee80211)
        }
    }

    @Test func skipsQualityOfServiceAndHighThroughput() {
        #expect(decode(frame(0x8801, quality: [0, 0]), as: .ieee80211).destinationPort == 53)
        #expect(decode(frame(0x8803, quality: [0, 0]), as: .ieee80211).destinationPort == 53)
        #expect(decode(frame(0x8882, quality: [0, 0, 1, 2, 3, 4]), as: .ieee80211).destinationPort == 53)
    }

    @Test func readsTheFirstFrameOfAnAggregate() {
        let first =
            PacketBuilder.address(Sample.otherInnerMAC) + PacketBuilder.address(Sample.innerMAC)
            + PacketBuilder.integer(UInt16(body.count)) + body
        let record = decode(frame(0x8801, quality: [0x80, 0], first + first), as: .ieee80211)
        #expect(record.linkSource == Sample.innerMAC)
        #expect(record.linkDestination == Sample.otherInnerMAC)
        #expect(record.destinationPort == 53)
        #expect(record.payload.count == 4)
        let cut = decode(frame(0x8801, quality: [0x80, 0], [1, 2]), as: .ieee80211)
        #expect(cut.anomaly == .ieee80211Truncated)
    }

    @Test func readsNothingThatIsEncrypted() {
        let record = decode(frame(0x0841), as: .ieee80211)
        #expect(record.isProtected)
        #expect(record.linkSource == two)
        #expect(record.network == .none)
        #expect(record.etherType.rawValue == 0)
    }

    @Test func readsNothingOfFragmentsAndEmptyFrames() {
        for bytes in [
            frame(0x0805), frame(0x0801, sequence: [3, 0]), frame(0x4801), frame(0xc801, quality: [0, 0]),
        ] {
            let record = decode(bytes, as: .ieee80211)
            #expect(record.linkSource == two)
            #expect(record.network == .none)
        }
    }

    @Test func takesAddressesOfManagementButNotOfControl() {
        let beacon = decode(frame(0x8000), as: .ieee80211)
        #expect(beacon.linkSource == two)
        #expect(beacon.linkDestination == one)
        #expect(beacon.network == .none)
        let acknowledgement = decode([0xd4, 0, 0, 0] + PacketBuilder.address(one), as: .ieee80211)
        #expect(!acknowledgement.hasLinkSource)
        #expect(acknowledgement.anomaly == .none)
        #expect(!decode(frame(0x0900), as: .ieee80211).hasLinkSource)  // version 1
    }

    @Test(arguments: 0..<30)
    func namesEveryShorterHeader(length: Int) {
        let record = decode(Array(frame(0x0803).prefix(length)), as: .ieee80211)
        #expect(record.anomaly == .ieee80211Truncated)
        #expect(!record.hasLinkSource)
    }

    @Test func findsAKeyExchange() {
        let record = decode(frame(0x0802, PacketBuilder.snap(type: 0x888e, [2, 3, 0, 95])), as: .ieee80211)
        #expect(record.linkMessage == .eapol)
        #expect(record.payload.count == 4)
    }
}

@Suite struct WirelessHeaderTests {
    static let frame = PacketBuilder.ieee80211(
        control: 0x0801, addresses: [Sample.otherMAC, Sample.mac, Sample.otherMAC],
        PacketBuilder.snap(type: 0x0800, Sample.packet4))
    /// Message code 68 and the header's length, little-endian.
    static let prism = [0x44, 0, 0, 0, 144, 0, 0, 0] + [UInt8](repeating: 0, count: 136) + frame
    static let perPacket: [UInt8] = [0, 0, 12, 0, 105, 0, 0, 0, 0, 0, 0, 0] + frame

    private func expect(_ bytes: [UInt8], as linkType: LinkType) {
        let record = decode(bytes, as: linkType)
        #expect(record.linkSource == Sample.mac)
        #expect(record.destinationPort == 53)
        #expect(record.payload.count == 4)
        #expect(record.anomaly == .none)
    }

    @Test func skipsRadiotap() {
        expect(PacketBuilder.radiotap(Self.frame), as: .radiotap)
        expect([0, 0, 8, 0, 0, 0, 0, 0] + Self.frame, as: .radiotap)
        expectNoWrongFacts(of: PacketBuilder.radiotap(Self.frame), as: .radiotap)
    }

    @Test func leavesTheChecksumAtTheEndOut() {
        let message = PacketBuilder.ieee80211(
            control: 0x0802, addresses: [Sample.otherMAC, Sample.mac, Sample.mac],
            PacketBuilder.snap(type: 0x888e, [2, 3, 0, 0]))
        let record = decode(PacketBuilder.radiotap(flags: 0x10, message + [1, 2, 3, 4]), as: .radiotap)
        #expect(record.payload.count == 4)
    }

    @Test func skipsThePaddingBehindTheHeader() {
        let padded = PacketBuilder.ieee80211(
            control: 0x8801, addresses: [Sample.otherMAC, Sample.mac, Sample.otherMAC], quality: [0, 0],
            [0xee, 0xee] + PacketBuilder.snap(type: 0x0800, Sample.packet4))
        expect(PacketBuilder.radiotap(flags: 0x20, padded), as: .radiotap)
        expect(PacketBuilder.radiotap(flags: 0x20, Self.frame), as: .radiotap)
    }

    @Test func takesNothingFromAFrameThatWasReceivedWrong() {
        let record = decode(PacketBuilder.radiotap(flags: 0x50, Self.frame), as: .radiotap)
        #expect(record.anomaly == .ieee80211Checksum)
        #expect(!record.hasLinkSource)
    }

    @Test(arguments: 0..<28)
    func namesEveryShorterRadiotapHeader(length: Int) {
        let record = decode(Array(PacketBuilder.radiotap(Self.frame).prefix(length)), as: .radiotap)
        #expect(record.anomaly == .radiotapHeader)
    }

    @Test func namesAPresenceChainWithoutAnEnd() {
        let endless: [UInt8] = [0, 0, 0, 2] + [UInt8](repeating: 0xff, count: 508)
        #expect(decode(endless + Self.frame, as: .radiotap).anomaly == .radiotapHeader)
        #expect(decode([0, 0, 8, 0, 2, 0, 0, 0] + Self.frame, as: .radiotap).anomaly == .radiotapHeader)
        #expect(decode([1, 0, 8, 0, 0, 0, 0, 0] + Self.frame, as: .radiotap).anomaly == .radiotapHeader)
    }

    @Test func skipsOlderHeaders() {
        expect(Self.prism, as: .prism)
        let avs: [UInt8] = [0x80, 0x21, 0x10, 1, 0, 0, 0, 64] + [UInt8](repeating: 0, count: 56)
        expect(avs + Self.frame, as: .avs)
        expect(avs + Self.frame, as: .prism)
        expect([0, 0, 0, 0x44, 0, 0, 0, 144] + [UInt8](repeating: 0, count: 136) + Self.frame, as: .prism)
        for length in 0..<8 {
            #expect(decode(Array(Self.prism.prefix(length)), as: .prism).anomaly == .ieee80211Truncated)
        }
        expectNoWrongFacts(of: Self.prism, as: .prism)
    }

    @Test func skipsPerPacketInformation() {
        expect(Self.perPacket, as: .perPacket)
        let ethernet = Sample.frame4(.udp, Sample.udp)
        expect([0, 0, 8, 0, 1, 0, 0, 0] + ethernet, as: .perPacket)
        #expect(decode([0, 0, 8, 0, 101, 0, 0, 0] + Sample.packet6, as: .perPacket).network == .ipv6)
        #expect(decode([0, 0, 8, 0, 0, 0, 0, 0, 2, 0, 0, 0] + Sample.packet4, as: .perPacket).network == .ipv4)
        #expect(decode([0, 0, 8, 0, 195, 0, 0, 0] + Sample.packet6, as: .perPacket).network == .none)
        #expect(decode([0, 0, 200, 0, 1, 0, 0, 0], as: .perPacket).anomaly == .linkTruncated)
        expectNoWrongFacts(of: Self.perPacket, as: .perPacket)
    }
}

@Suite struct NFLOGTests {
    @Test func readsThePayloadAndTheSource() {
        for (family, packet) in [(2, Sample.packet4), (10, Sample.packet6)] as [(UInt8, [UInt8])] {
            let frame = PacketBuilder.nflog(family: family, from: Sample.mac, packet)
            let record = decode(frame, as: .nflog)
            #expect(record.network == (family == 2 ? .ipv4 : .ipv6))
            #expect(record.linkSource == Sample.mac)
            #expect(record.destinationPort == 53)
            #expect(record.anomaly == .none)
            expectNoWrongFacts(of: frame, as: .nflog)
        }
    }

    @Test func readsTheOtherByteOrder() {
        let length = UInt8(Sample.packet4.count + 4)
        #expect(decode([2, 0, 0, 0, 0, length, 0, 9] + Sample.packet4, as: .nflog).network == .ipv4)
    }

    @Test func namesWhatDoesNotFit() {
        #expect(decode([2, 0, 0], as: .nflog).anomaly == .nflogTruncated)
        #expect(decode([2, 0, 0, 0, 8, 0, 1], as: .nflog).anomaly == .nflogTruncated)
        #expect(decode([2, 0, 0, 0, 0, 0, 9, 0] + Sample.packet4, as: .nflog).anomaly == .nflogAttribute)
        #expect(decode([2, 1, 0, 0, 36, 0, 9, 0] + Sample.packet4, as: .nflog).network == .none)
        let many: [UInt8] = [2, 0, 0, 0] + [[UInt8]](repeating: [4, 0, 1, 0], count: 70).flatMap { $0 }
        #expect(decode(many + [36, 0, 9, 0] + Sample.packet4, as: .nflog).network == .none)
    }
}

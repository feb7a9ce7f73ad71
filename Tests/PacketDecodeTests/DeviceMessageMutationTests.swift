import NetworkTypes
import PacketDecode
import TestSupport
import Testing

/// Messages of devices and routers with a few bytes changed: reading ends, and what it says keeps to its limits.
@Suite struct DeviceMessageMutationTests {
    static let seeds: [[UInt8]] = [
        LLDPMessageTests.complete, CDPMessageTests.complete, SNMPMessageTests.request, SNMPMessageTests.response,
        SNMPMessageTests.trapV1, SNMPMessageTests.responseV3, SNMPMessageTests.encrypted, SIPMessageTests.invite,
        SIPMessageTests.answer, RTSPMessageTests.setup, RTSPMessageTests.description,
        TextSample.lines("227 Entering Passive Mode (192,0,2,20,4,1)."),
        TextSample.lines("EPRT |2|2001:db8::10|50000|"), NTPMessageTests.server,
        Array(SyslogMessageTests.modern.utf8), Array(SyslogMessageTests.old.utf8), SSDPMessageTests.notify,
        SSDPMessageTests.response, WSDiscoveryMessageTests.camera, WSDiscoveryMessageTests.printer,
        EAPOLMessageTests.identity, BridgeProtocolMessageTests.rapid, VRRPMessageTests.v2, VRRPMessageTests.v3,
        HSRPMessageTests.v1, HSRPMessageTests.v2IPv6, GLBPMessageTests.v4, GLBPMessageTests.v6, OSPFMessageTests.v2,
        RIPMessageTests.v2, RIPMessageTests.nextGeneration, BGPMessageTests.openTwice, RouterHeadTests.enhanced,
        RouterHeadTests.pim, ISISMessageTests.lan, ISISMessageTests.linkState,
    ]

    private static func isShort(_ texts: String?..., limit: Int = 255) -> Bool {
        // A broken byte becomes three.
        texts.allSatisfy { $0?.utf8.count ?? 0 <= limit * 3 }
    }

    /// Everything that may be asked of a payload, whatever its port; false where an answer breaks a limit.
    private static func holds(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Bool {
        var holds = true
        if let message = LLDPMessage(bytes, range) {
            holds = message.managementAddresses.count <= 16
            holds = holds && isShort(message.systemName, message.systemDescription, message.portDescription)
        }
        if let message = CDPMessage(bytes, range) {
            holds = holds && message.addresses.count <= 16 && message.managementAddresses.count <= 16
            holds = holds && isShort(message.deviceIdentifier, message.software, message.platform)
        }
        if let message = SNMPMessage(bytes, range) {
            holds = holds && isShort(message.systemName, message.systemDescription)
            holds = holds && message.engineIdentifier?.count ?? 5 <= 32
            _ = (message.engineMAC, message.engineAddress, message.engineEnterprise)
        }
        holds = holds && isShort(SIPMessage(bytes, range)?.software, RTSPMessage(bytes, range)?.software, limit: 128)
        _ = FTPControl(bytes, range)
        _ = NTPMessage(bytes, range)
        holds = holds && isShort(SyslogMessage(bytes, range)?.hostName)
        if let message = SSDPMessage(bytes, range) {
            holds = holds && isShort(message.target, message.software, message.uuid, message.deviceType, limit: 128)
        }
        if let message = WSDiscoveryMessage(bytes, range) {
            holds = holds && message.types.count <= 16 && message.addresses.count <= 16 && message.roles.rawValue < 16
        }
        return holds && routingHolds(bytes, range)
    }

    private static func routingHolds(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Bool {
        _ = EAPOLMessage(bytes, range)
        _ = BridgeProtocolMessage(bytes, range)
        _ = HSRPMessage(bytes, range)
        _ = GLBPMessage(bytes, range)
        _ = OSPFMessage(bytes, range)?.family
        _ = EIGRPMessage(bytes, range)
        _ = PIMMessage(bytes, range)
        for family in AddressFamily.allCases {
            if let message = VRRPMessage(bytes, range, family: family), message.addresses.count > 64 { return false }
            if let message = RIPMessage(bytes, range, family: family), message.entryCount > range.count / 20 {
                return false
            }
        }
        if let message = BGPMessage(bytes, range), message.protocols.count > 32 { return false }
        if let message = ISISMessage(bytes, range) {
            return message.addresses.count <= 32 && message.protocols.count <= 16 && isShort(message.hostName)
        }
        return true
    }

    private static var mutation: MessageMutation { MessageMutation(seeds: seeds, holds: holds) }

    @Test func survivesTenThousandChangedMessages() throws {
        try Self.mutation.expectTenThousandChangedMessagesHold(seed: 2027)
    }

    @Test func survivesEveryPrefixAndEveryStartOfTheSeeds() {
        Self.mutation.expectEveryPrefixAndEveryStartHolds()
    }

    @Test func readsZerosBeyondTheEnd() {
        let bytes: [UInt8] = [1, 2, 3]
        for range in [ByteRange(start: 0, end: 600), ByteRange(start: 2, end: 3000), ByteRange(start: .max, end: .max)]
        {
            let holds = Self.holds(bytes.span.bytes, range)
            #expect(holds)
        }
    }
}

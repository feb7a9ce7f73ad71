import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct WSDiscoveryMessageTests {
    private static func envelope(_ action: String, _ body: String) -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope" \
            xmlns:wsd="http://schemas.xmlsoap.org/ws/2005/04/discovery"><soap:Header><wsa:ReplyTo><wsa:Address>\
            http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</wsa:Address></wsa:ReplyTo>\
            <wsa:Action soap:mustUnderstand="1">\(action)</wsa:Action><wsa:MessageID>urn:uuid:1</wsa:MessageID>\
            </soap:Header><soap:Body>\(body)</soap:Body></soap:Envelope>
            """.utf8)
    }

    static let camera = envelope(
        "http://schemas.xmlsoap.org/ws/2005/04/discovery/ProbeMatches",
        """
        <d:ProbeMatches><d:ProbeMatch><wsa:EndpointReference><wsa:Address>urn:uuid:1419D68A-1DD2-11B2-A105-02005E005301\
        </wsa:Address></wsa:EndpointReference><d:Types>dn:NetworkVideoTransmitter tds:Device</d:Types><d:Scopes>x\
        </d:Scopes><d:XAddrs>http://192.0.2.40/onvif/device_service http://[2001:db8::40]:80/onvif/device_service\
        </d:XAddrs><d:MetadataVersion>1</d:MetadataVersion></d:ProbeMatch></d:ProbeMatches>
        """)
    static let printer = envelope(
        "http://docs.oasis-open.org/ws-dd/ns/discovery/2009/01/Hello",
        """
        <wsd:Hello><wsa:EndpointReference><wsa:Address>urn:uuid:abc</wsa:Address></wsa:EndpointReference>\
        <wsd:Types> wsdp:Device\n wprt:PrintDeviceType wscn:ScanDeviceType</wsd:Types>\
        <wsd:XAddrs>http://may-in.example.vn:5357/</wsd:XAddrs></wsd:Hello>
        """)

    private func read(_ bytes: [UInt8]) -> WSDiscoveryMessage? {
        WSDiscoveryMessage(bytes.span.bytes, bytes.whole)
    }

    @Test func readsACamera() throws {
        let message = try #require(read(Self.camera))
        #expect(message.kind == .probeMatches && message.isAnnouncement)
        #expect(message.types == ["NetworkVideoTransmitter", "Device"])
        #expect(message.roles == [.camera])
        #expect(message.uuid == "1419d68a-1dd2-11b2-a105-02005e005301")
        #expect(message.addresses.map(\.description) == ["192.0.2.40", "2001:db8::40"])
        #expect(!message.isIncomplete)
    }

    @Test func readsAPrinterThatScans() throws {
        let message = try #require(read(Self.printer))
        #expect(message.kind == .hello)
        #expect(message.types == ["Device", "PrintDeviceType", "ScanDeviceType"])
        #expect(message.roles == [.printer, .scanner])
        #expect(message.uuid == "abc")
        #expect(message.addresses.isEmpty)
    }

    @Test(arguments: WSDiscoveryMessage.Kind.allCases)
    func readsEveryAction(kind: WSDiscoveryMessage.Kind) throws {
        let bytes = Self.envelope("http://schemas.xmlsoap.org/ws/2005/04/discovery/\(kind.rawValue)", "")
        let message = try #require(read(bytes))
        #expect(message.kind == kind)
        #expect(message.isAnnouncement == [.hello, .probeMatches, .resolveMatches].contains(kind))
        #expect(message.types.isEmpty && message.uuid == nil && message.roles.isEmpty)
    }

    @Test func boundsTheWordsOfAnElement() throws {
        let types = String(repeating: "a:b ", count: 100)
        let bytes = Self.envelope("urn:discovery/Hello", "<Types>\(types)</Types>")
        #expect(try #require(read(bytes)).types == [String](repeating: "b", count: 16))
    }

    @Test func isIncompleteForEveryShorterPrefix() {
        for length in 0..<Self.camera.count {
            let message = read(Array(Self.camera.prefix(length)))
            #expect(message == nil || message?.isIncomplete == true)
        }
    }

    @Test func rejectsOtherEnvelopes() {
        #expect(read(Self.envelope("http://example.vn/discovery/Other", "")) == nil)
        #expect(read(Self.envelope("http://example.vn/Hello", "")) == nil)
        #expect(read(Array("<Action>http://x/discovery/Hello</Action>".utf8)) == nil)
        #expect(read([]) == nil)
    }
}

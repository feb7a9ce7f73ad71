import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct SSDPMessageTests {
    static let notify = TextSample.lines(
        "NOTIFY * HTTP/1.1", "HOST: 239.255.255.250:1900", "CACHE-CONTROL: max-age=1800",
        "LOCATION: http://192.0.2.30:49152/desc.xml", "NT: urn:schemas-upnp-org:device:MediaServer:1",
        "NTS: ssdp:alive", "SERVER: Linux/5.4 UPnP/1.1 Example/1.0",
        "USN: uuid:4D696E69-444C-164E-9D41-02005E005301::urn:schemas-upnp-org:device:MediaServer:1", "")
    static let response = TextSample.lines(
        "HTTP/1.1 200 OK", "ST:urn:schemas-upnp-org:service:ContentDirectory:1",
        "Location: http://[fe80::1%25eth0]:80/d", "USN: uuid:abc", "")
    static let search = TextSample.lines(
        "M-SEARCH * HTTP/1.1", "HOST: [FF02::C]:1900", "MAN: \"ssdp:discover\"", "MX: 3", "ST: ssdp:all",
        "USER-AGENT: Example/1 UPnP/1.1", "")

    private func read(_ bytes: [UInt8]) -> SSDPMessage? { SSDPMessage(bytes.span.bytes, bytes.whole) }

    @Test func readsANotification() throws {
        let message = try #require(read(Self.notify))
        #expect(message.kind == .notify)
        #expect(message.target == "urn:schemas-upnp-org:device:MediaServer:1")
        #expect(message.deviceType == "MediaServer" && message.serviceType == nil)
        #expect(message.software == "Linux/5.4 UPnP/1.1 Example/1.0")
        #expect(message.uuid == "4d696e69-444c-164e-9d41-02005e005301")
        #expect(message.locationAddress.map(\.description) == "192.0.2.30")
        #expect(!message.isFarewell && !message.isIncomplete)
    }

    @Test func readsAResponse() throws {
        let message = try #require(read(Self.response))
        #expect(message.kind == .response)
        #expect(message.serviceType == "ContentDirectory" && message.deviceType == nil)
        #expect(message.locationAddress.map(\.description) == "fe80::1")
        #expect(message.uuid == "abc")
        #expect(message.software == nil)
    }

    @Test func readsASearch() throws {
        let message = try #require(read(Self.search))
        #expect(message.kind == .search)
        #expect(message.target == "ssdp:all" && message.deviceType == nil)
        #expect(message.software == "Example/1 UPnP/1.1")
        #expect(message.uuid == nil && message.locationAddress == nil)
    }

    @Test func readsAFarewell() throws {
        let message = try #require(
            read(TextSample.lines("NOTIFY * HTTP/1.1", "NTS: ssdp:byebye", "NT: upnp:rootdevice", "")))
        #expect(message.isFarewell && message.target == "upnp:rootdevice")
    }

    @Test func isIncompleteForEveryShorterPrefix() {
        for length in 0..<Self.notify.count {
            let message = read(Array(Self.notify.prefix(length)))
            #expect(length < 16 ? message == nil : message?.isIncomplete == true)
            #expect(message?.locationAddress == nil || message?.locationAddress?.description == "192.0.2.30")
        }
    }

    @Test(arguments: ["", "NOTIFY /a HTTP/1.1", "HTTP/1.1 404 Not Found", "GET / HTTP/1.1"])
    func rejectsOtherFirstLines(line: String) { #expect(read(TextSample.lines(line, "")) == nil) }
}

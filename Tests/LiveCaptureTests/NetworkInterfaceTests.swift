import LiveCapture
import NetworkTypes
import Testing

@Suite struct NetworkInterfaceTests {
    @Test func theLoopbackIsListed() throws {
        let loopback = try #require(try NetworkInterface.all().first { $0.name == "lo" })
        #expect(loopback.isLoopback)
        #expect(!loopback.isWireless)
        #expect(loopback.linkType == nil || loopback.linkType == .ethernet)
        if loopback.isUp { #expect(loopback.addresses.contains { "\($0)" == "127.0.0.1" }) }
        #expect(loopback.addresses == loopback.addresses.sorted())
    }

    @Test func aNumberNamesAPlaceInTheList() throws {
        let all = try NetworkInterface.all()
        #expect(NetworkInterface.named("lo") == "lo")
        #expect(NetworkInterface.named("1") == all.first?.name)
        #expect(NetworkInterface.named("0") == "0")
        #expect(NetworkInterface.named("99999") == "99999")
    }
}

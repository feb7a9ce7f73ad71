import HostCorrelation
import NetworkTypes
import Testing

@Suite struct VirtualRouterMACTests {
    @Test(arguments: [
        "00:00:5e:00:01:0a", "00:00:5e:00:02:0a", "00:00:0c:07:ac:01", "00:00:0c:9f:f0:01", "00:00:0c:9f:ff:ff",
        "00:05:73:a0:00:01", "00:05:73:a0:0f:ff", "00:07:b4:00:01:02",
    ])
    func recognisesVirtualRouters(text: String) throws {
        #expect(try #require(MACAddress(text)).isVirtualRouter)
    }

    @Test(arguments: [
        "00:00:5e:00:03:0a", "00:00:0c:9f:e0:01", "00:05:73:a0:10:00", "00:05:73:a1:00:01", "00:50:56:00:00:01",
    ])
    func leavesOthersAlone(text: String) throws {
        #expect(try !#require(MACAddress(text)).isVirtualRouter)
    }
}

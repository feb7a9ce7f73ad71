import NetworkTypes
import Testing

@Suite struct MACAddressTests {
    @Test(arguments: [
        ("00:00:00:00:00:00", "00:00:00:00:00:00"), ("02:00:5E:00:53:01", "02:00:5e:00:53:01"),
        ("FF-ff-FF-ff-FF-ff", "ff:ff:ff:ff:ff:ff"),
    ])
    func writesLowerCaseWithColons(text: String, canonical: String) throws {
        let address = try #require(MACAddress(text))
        #expect(address.description == canonical)
        #expect(MACAddress(canonical) == address)
    }

    @Test(arguments: [
        "", "02:00:5e:00:53", "02:00:5e:00:53:01:02", "2:0:5e:0:53:1", "02:00:5e:00:53:0g", "02005e005301",
        "0200.5e00.5301",
        "02:00:5e:00:53:+1", "02:00:5e:00:53:01 ",
    ])
    func rejectsOtherForms(text: String) { #expect(MACAddress(text) == nil) }

    @Test func keeps48Bits() { #expect(MACAddress(value: .max) == .broadcast) }

    @Test func knowsItsBits() {
        #expect(MACAddress("33:33:00:00:00:01")?.isGroup == true)
        #expect(MACAddress("02:00:5e:00:53:01")?.isLocallyAdministered == true)
        #expect(MACAddress("00:00:5e:00:53:01")?.isLocallyAdministered == false)
        #expect(MACAddress("00:00:5e:00:53:01")?.organisation == 0x5e)
        #expect(MACAddress("00:00:5e:00:53:01")?.isUnicast == true)
        #expect(!MACAddress.zero.isUnicast)
        #expect(!MACAddress.broadcast.isUnicast)
    }
}

import NetworkTypes
import Testing

@Suite struct IPv6AddressTests {
    /// RFC 5952 §1, §2, §4 and §5, and RFC 4291 §2.2.
    @Test(arguments: [
        ("2001:0db8::0001", "2001:db8::1"), ("2001:db8:0:0:0:0:2:1", "2001:db8::2:1"),
        ("2001:db8::0:1", "2001:db8::1"), ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
        ("2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
        ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:DB8::AAAA", "2001:db8::aaaa"),
        ("2001:db8:0:0:aaaa::1", "2001:db8::aaaa:0:0:1"), ("0:0:0:0:0:0:0:0", "::"), ("0:0:0:0:0:0:0:1", "::1"),
        ("FF01:0:0:0:0:0:0:101", "ff01::101"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
        ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
        ("fe80::", "fe80::"), ("::ffff:192.0.2.1", "::ffff:192.0.2.1"), ("::FFFF:C000:201", "::ffff:192.0.2.1"),
        ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("::13.1.68.3", "::d01:4403"),
        ("1:2:3:4:5:6:192.0.2.1", "1:2:3:4:5:6:c000:201"),
    ])
    func writesTheCanonicalForm(text: String, canonical: String) throws {
        #expect(try #require(IPv6Address(text)).description == canonical)
    }

    @Test(arguments: [
        "", ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::", "fe80::1%eth0",
        "::1/64",
        "[::1]", " ::1", "::1 ", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "::192.0.2.256", "::192.0.2", "192.0.2.1",
        "192.0.2.1::", "::192.0.2.1:5", "1:2:3:4:5:6:7:192.0.2.1", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "::+1", "::-1",
        "::１",
    ])
    func rejectsOtherForms(text: String) { #expect(IPv6Address(text) == nil) }

    @Test func readsBackWhatItWrites() throws {
        var word: UInt64 = 0x0123_4567_89ab_cdef
        for round in 0..<2000 {
            word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            // Zero groups must be common, or no run is ever written.
            let mask: UInt64 = round & 1 == 0 ? 0xffff_0000_ffff_0000 : 0x0000_ffff_0000_0000
            let address = IPv6Address(high: word & mask, low: word.byteSwapped & ~mask)
            #expect(IPv6Address(address.description) == address)
        }
    }

    @Test func isOrderedByValue() throws {
        let texts = ["::", "::1", "64:ff9b::", "2001:db8::", "2001:db8::ffff", "fe80::1", "ff02::1"]
        let addresses = texts.compactMap { IPv6Address($0) }
        #expect(addresses.count == texts.count)
        #expect(addresses.reversed().sorted() == addresses)
    }

    @Test func findsTheEmbeddedMAC() {
        #expect(IPv6Address("fe80::5eff:fe00:5301")?.embeddedMAC?.description == "02:00:5e:00:53:01")
        #expect(IPv6Address("2001:db8::25c:5eff:fe11:2233")?.embeddedMAC?.description == "00:5c:5e:11:22:33")
        #expect(IPv6Address("2001:db8::1")?.embeddedMAC == nil)
    }

    @Test func givesTheBitsOfTheSolicitedNodeGroup() {
        #expect(IPv6Address("2001:db8::12:3456:789a")?.solicitedNodeBits == 0x56_789a)
    }
}

import NetworkTypes
import Testing

@Suite struct IPPrefixTests {
    @Test(arguments: [
        ("192.0.2.77/24", "192.0.2.0/24"), ("192.0.2.77/32", "192.0.2.77/32"), ("192.0.2.77/0", "0.0.0.0/0"),
        ("10.255.255.255/9", "10.128.0.0/9"), ("2001:db8:1:2:3:4:5:6/64", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:3:4:5:6/48", "2001:db8:1::/48"), ("2001:db8::ff/127", "2001:db8::fe/127"),
        ("2001:db8::ff/128", "2001:db8::ff/128"), ("ffff::1/0", "::/0"),
        ("2001:db8::8000:0:0:1/65", "2001:db8:0:0:8000::/65"),
        ("2001:db8:ff00::/41", "2001:db8:ff00::/41"),
    ])
    func clearsTheHostPart(text: String, canonical: String) throws {
        let prefix = try #require(IPPrefix(text))
        #expect(prefix.description == canonical)
        #expect(IPPrefix(canonical) == prefix)
    }

    @Test(arguments: [
        "", "192.0.2.0", "192.0.2.0/", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/+8", "::/129", "::/0128", "::/1/2",
        "/24", "::/a",
    ])
    func rejectsOtherForms(text: String) { #expect(IPPrefix(text) == nil) }

    @Test func cutsALengthThatIsTooLong() throws {
        #expect(IPPrefix(try #require(IPAddress("::1")), length: 500).length == 128)
        #expect(IPPrefix(try #require(IPAddress("192.0.2.1")), length: 128).length == 32)
        #expect(IPPrefix(try #require(IPAddress("192.0.2.1")), length: -1).description == "0.0.0.0/0")
    }

    @Test(arguments: 0...128)
    func containsItsFirstAndLastAddressAtEveryLength(length: Int) throws {
        let address = try #require(IPAddress("2001:db8:aaaa:5555:aaaa:5555:aaaa:5555"))
        let prefix = IPPrefix(address, length: length)
        #expect(prefix.contains(address))
        #expect(prefix.contains(prefix.address))
        let high: UInt64 = length >= 64 ? 0 : .max >> UInt64(length)
        let low: UInt64 = length >= 128 ? 0 : length <= 64 ? .max : .max >> UInt64(length - 64)
        let last = IPAddress(IPv6Address(high: prefix.address.high | high, low: prefix.address.low | low))
        #expect(prefix.contains(last))
        guard length > 0 else { return }
        let flipped =
            length <= 64
            ? IPv6Address(high: address.high ^ 1 << UInt64(64 - length), low: address.low)
            : IPv6Address(high: address.high, low: address.low ^ 1 << UInt64(128 - length))
        #expect(!prefix.contains(IPAddress(flipped)))
    }

    @Test func containsLongerPrefixesOfItsFamily() throws {
        let outer = try #require(IPPrefix("2001:db8::/32"))
        #expect(outer.contains(try #require(IPPrefix("2001:db8:1::/48"))))
        #expect(outer.contains(outer))
        #expect(!outer.contains(try #require(IPPrefix("2001::/16"))))
        #expect(!(try #require(IPPrefix("::/0"))).contains(try #require(IPAddress("192.0.2.1"))))
    }

    @Test func isOrderedByAddressThenLength() throws {
        let texts = [
            "0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/16", "192.0.2.0/24", "::/0", "2001:db8::/32", "2001:db8::/48",
        ]
        let prefixes = try texts.map { try #require(IPPrefix($0)) }
        #expect(prefixes.reversed().sorted() == prefixes)
    }
}

import Testing

@testable import HostCorrelation

@Suite struct HostIdentifierTests {
    /// Vectors of the FNV specification.
    @Test(arguments: [("", "h-cbf29ce484222325"), ("a", "h-af63dc4c8601ec8c"), ("foobar", "h-85944171f73967e8")])
    func isFNV1a(text: String, expected: String) {
        var id = HostIdentifier()
        id.add(text)
        #expect(id.text == expected)
    }

    @Test func isTheSameInParts() {
        var whole = HostIdentifier()
        whole.add("foobar")
        var parts = HostIdentifier()
        parts.add("foo")
        parts.add("bar")
        #expect(whole == parts)
    }
}

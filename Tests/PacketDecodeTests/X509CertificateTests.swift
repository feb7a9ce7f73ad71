import PacketDecode
import TestSupport
import Testing

@Suite struct X509CertificateTests {
    private static let key = PacketBuilder.publicKey(0x42)
    static let certificate = PacketBuilder.certificate(
        key: key, commonName: "may-chu.example.vn", dnsNames: ["may-chu.example.vn", "www.example.vn"])

    private func read(_ bytes: [UInt8]) -> X509Certificate? { X509Certificate(bytes.span.bytes, bytes.whole) }

    private func keyOctets(_ bytes: [UInt8]) -> [UInt8]? {
        read(bytes).map { Array(bytes[Int($0.publicKey.start)..<Int($0.publicKey.end)]) }
    }

    @Test(arguments: [false, true])
    func findsThePublicKeyWithItsHeader(isOldVersion: Bool) {
        let bytes = PacketBuilder.certificate(key: Self.key, commonName: "x", isOldVersion: isOldVersion)
        #expect(keyOctets(bytes) == Self.key)
    }

    @Test func tellsACertificateForManyMachines() throws {
        #expect(try #require(read(Self.certificate)).hasWildcard == false)
        let named = PacketBuilder.certificate(key: Self.key, commonName: "*.example.vn")
        #expect(try #require(read(named)).hasWildcard)
        let alternative = PacketBuilder.certificate(
            key: Self.key, commonName: "example.vn", dnsNames: ["example.vn", "*.example.vn"])
        #expect(try #require(read(alternative)).hasWildcard)
    }

    @Test func rejectsEveryShorterCertificate() {
        for length in 0..<Self.certificate.count { #expect(read(Array(Self.certificate.prefix(length))) == nil) }
    }

    @Test func doesNotTellWhereThereAreTooManyNames() {
        let names = (0..<600).map { "a\($0).example.vn" }
        #expect(read(PacketBuilder.certificate(key: Self.key, commonName: "x", dnsNames: names)) == nil)
    }

    @Test func rejectsWhatIsNoCertificate() {
        #expect(read([]) == nil)
        #expect(read(Self.key) == nil)
        #expect(read(PacketBuilder.der(0x30, PacketBuilder.der(0x30))) == nil)
        #expect(read(PacketBuilder.der(0x31, Array(Self.certificate.dropFirst(4)))) == nil)
        // The indefinite form is not DER.
        #expect(read([0x30, 0x80] + Self.certificate.dropFirst(4) + [0, 0]) == nil)
    }
}

import PacketDecode
import Testing

@testable import StreamReassembly

/// RFC 9001 A.1 and RFC 9369 A.1.
@Suite struct QUICInitialKeysTests {
    @Test func derivesTheKeysOfVersion1() throws {
        let cryptography = try #require(QUICCryptography())
        let keys = try #require(
            QUICInitialKeys(version: 1, destinationConnectionID: QUICSample.firstID, cryptography))
        #expect(keys.key == octets("1f369613dd76d5467730efcbe3b1a22d"))
        #expect(keys.vector == octets("fa044b2f42a3fd3b46fb255c"))
        #expect(keys.headerProtection == octets("9f50449e04a0e810283a1e9933adedd2"))
        #expect(
            cryptography.mask(octets("d1b1c98dd7689fb8ec11d242b123dc9b"), key: keys.headerProtection)?.prefix(5)
                == octets("437b9aec36")[...])
    }

    @Test func derivesTheKeysOfVersion2() throws {
        let cryptography = try #require(QUICCryptography())
        let keys = try #require(
            QUICInitialKeys(
                version: QUICLongHeader.version2, destinationConnectionID: QUICSample.firstID, cryptography))
        #expect(keys.key == octets("8b1a0bc121284290a29e0971b5cd045d"))
        #expect(keys.vector == octets("91f73e2351d8fa91660e909f"))
        #expect(keys.headerProtection == octets("45b95e15235d6f45a6b19cbcb0294ba9"))
    }

    @Test func expandsTheSecretsOfTheAppendix() throws {
        let cryptography = try #require(QUICCryptography())
        let common = octets("7db5df06e7a69e432496adedb00851923595221596ae2ae9fb8115c1e9ed0a44")
        #expect(
            cryptography.expand(common, "client in", count: 32)
                == octets("c00cf151ca5be075ed0ebfb5c80323c42d6b7db67881289af4008f1f6c357aea"))
        #expect(
            cryptography.expand(common, "server in", count: 32)
                == octets("3c199828fd139efd216c155ad844cc81fb82fa8d7446fa7d78be803acdda951b"))
        #expect(cryptography.expand(common, "client in", count: 33) == nil)
    }

    @Test(arguments: [0, 2, 0xff00_0016, 0xff00_0023, 0x5130_3530, .max] as [UInt32])
    func knowsNoKeysOfOtherVersions(version: UInt32) throws {
        let cryptography = try #require(QUICCryptography())
        #expect(QUICInitialKeys(version: version, destinationConnectionID: QUICSample.firstID, cryptography) == nil)
    }
}

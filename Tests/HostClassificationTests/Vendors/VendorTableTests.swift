import NetworkTypes
import Testing

@testable import HostClassification

@Suite struct VendorTableTests {
    private func owner(_ mac: String) throws -> String? { VendorTable.owner(of: try #require(MACAddress(mac))) }

    @Test func findsTheOwnersOfBlocksOfEachSize() throws {
        #expect(try owner("00:00:00:12:34:56") == "XEROX CORPORATION")
        #expect(try owner("b8:27:eb:00:00:01") == "Raspberry Pi Foundation")
        #expect(try owner("20:85:93:b1:23:45") == "IOG Products LLC")
        #expect(try owner("70:b3:d5:f2:f1:23") == "TELEPLATFORMS")
        #expect(try owner("70:b3:d5:71:91:23") == "2M Technology")
    }

    @Test func aLocallyAdministeredOrGroupAddressHasNoMaker() throws {
        #expect(try owner("02:00:00:12:34:56") == nil)
        #expect(try owner("01:00:5e:00:00:01") == nil)
        #expect(try owner("00:00:00:00:00:00") == nil)
    }

    @Test func aBlockWhoseOwnerIsNotPublishedHasNoName() throws {
        // Listed as Private, and as a block that the IEEE divides further.
        #expect(try owner("74:1a:e0:91:23:45") == nil)
        #expect(try owner("70:b3:d5:ff:ff:ff") == nil)
    }

    @Test func tablesAreSortedAndEveryRecordNamesAWholeLine() {
        for (table, width) in [(VendorTable.large, 4), (VendorTable.medium, 5), (VendorTable.small, 6)] {
            table.withUTF8Buffer { bytes in
                #expect(bytes.count % (width + 4) == 0)
                let starts = stride(from: 0, to: bytes.count, by: width + 4)
                let blocks = starts.map { String(decoding: bytes[$0..<$0 + width], as: UTF8.self) }
                #expect(
                    zip(blocks, blocks.dropFirst()).allSatisfy { Array($0.utf8).lexicographicallyPrecedes($1.utf8) })
            }
        }
    }

    @Test func anEngineIdentifierNamesItsEnterprise() {
        #expect(EnterpriseNumbers.maker(ofEngine: "8000000903001122334455") == "Cisco Systems")
        #expect(EnterpriseNumbers.maker(ofEngine: "800007db03") == "HUAWEI Technology Co.,Ltd")
        // The first bit clear: RFC 1910's form, which names nobody reliably; net-snmp; too short.
        #expect(EnterpriseNumbers.maker(ofEngine: "0000000903001122334455") == nil)
        #expect(EnterpriseNumbers.maker(ofEngine: "80001f8880") == nil)
        #expect(EnterpriseNumbers.maker(ofEngine: "80") == nil)
    }
}

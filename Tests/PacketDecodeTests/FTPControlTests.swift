import NetworkTypes
import PacketDecode
import TestSupport
import Testing

@Suite struct FTPControlTests {
    private func read(_ bytes: [UInt8]) -> FTPControl? { FTPControl(bytes.span.bytes, bytes.whole) }
    private func read(_ line: String) -> FTPControl? { read(TextSample.lines(line)) }

    static let lines: [(String, FTPControl.AddressUse, String?)] = [
        ("PORT 192,0,2,10,195,80", .port, "192.0.2.10"),
        ("port 192,0,2,10,195,80", .port, "192.0.2.10"),
        ("PASV", .passive, nil),
        ("227 Entering Passive Mode (192,0,2,20,4,1).", .passiveReply, "192.0.2.20"),
        ("227 Entering Passive Mode 192,0,2,20,4,1", .passiveReply, "192.0.2.20"),
        ("EPRT |1|192.0.2.10|50000|", .extendedPort, "192.0.2.10"),
        ("EPRT |2|2001:db8::10|50000|", .extendedPort, "2001:db8::10"),
        ("EPSV", .extendedPassive, nil),
        ("EPSV ALL", .extendedPassive, nil),
        ("229 Entering Extended Passive Mode (|||6446|)", .extendedPassiveReply, nil),
    ]

    @Test(arguments: lines)
    func readsALine(line: String, use: FTPControl.AddressUse, address: String?) throws {
        let control = try #require(read(line))
        #expect(control.use == use)
        #expect(control.address?.description == address)
        #expect(!control.isIncomplete)
    }

    @Test(arguments: [
        "PORT 192,0,2,10,195", "PORT 192,0,2,999,1,1", "227 Entering Passive Mode", "227 (1,2,3)", "EPRT",
        "EPRT |3|192.0.2.1|1|", "EPRT |2|192.0.2.1|1|", "EPRT |1|",
    ])
    func givesNoAddressOfAMalformedLine(line: String) {
        #expect(read(line)?.address == nil)
    }

    @Test(arguments: ["", "USER lan", "220 PORT 1,2,3,4,5,6", "PASVX", "227-part", "200 PORT command successful"])
    func rejectsOtherLines(line: String) { #expect(read(line) == nil) }

    @Test func findsTheLineBehindOthers() throws {
        let control = try #require(read(TextSample.lines("TYPE I", "PASV", "RETR a")))
        #expect(control.use == .passive)
    }

    @Test func isIncompleteWithoutALineEnd() throws {
        let bytes = Array("EPRT |1|192.0.2.10|50000|".utf8)
        for length in 0...bytes.count {
            if let control = read(Array(bytes.prefix(length))) { #expect(control.isIncomplete) }
        }
    }
}

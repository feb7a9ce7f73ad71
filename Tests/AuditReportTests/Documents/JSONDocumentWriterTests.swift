import Foundation
import Testing

@testable import AuditReport

@Suite struct JSONDocumentWriterTests {
    private func text(_ document: some Encodable, _ layout: JSONDocumentWriter.Layout = .compact) throws -> String {
        String(decoding: try JSONDocumentWriter.write(document, layout: layout), as: UTF8.self)
    }

    @Test func writesTheSameBytesEachTime() throws {
        let document = try AuditFixture.document()
        #expect(try JSONDocumentWriter.write(document) == JSONDocumentWriter.write(AuditFixture.document()))
    }

    @Test func sortsKeysAndKeepsSlashes() throws {
        #expect(try text(["b/1": 1, "a": 2]) == "{\"a\":2,\"b/1\":1}\n")
    }

    @Test func sortsKeysByTheirCodesWhateverTheLocale() throws {
        #expect(try text(["a10": 1, "a9": 1, "B": 1, "a.b": 1]) == "{\"B\":1,\"a.b\":1,\"a10\":1,\"a9\":1}\n")
    }

    @Test func endsWithOneNewline() throws {
        let pretty = try text(["a": 1], .pretty)
        #expect(pretty.hasSuffix("}\n"))
        #expect(pretty.contains("\n  \"a\""))
    }

    @Test func writesNullWhereNothingIsKnown() throws {
        let check = try text(DoctorDocument(checks: [DoctorDocument.Check(id: "pcap", ok: true)]))
        #expect(check == "{\"checks\":[{\"fix\":null,\"id\":\"pcap\",\"ok\":true}],\"schema\":\"v6audit.doctor/1\"}\n")
        let error = try text(ErrorDocument(ErrorDocument.Problem(code: "input.missing", message: "m", file: "x")))
        #expect(error.contains("\"file\":\"x\",\"line\":null,\"message\":\"m\",\"offset\":null"))
    }

    @Test func readsAMissingKeyAsNull() throws {
        let check = try JSONDecoder().decode(
            DoctorDocument.Check.self, from: Data("{\"id\":\"pcap\",\"ok\":true}".utf8))
        #expect(check == DoctorDocument.Check(id: "pcap", ok: true))
    }

    @Test(arguments: [
        VLANDocument?.none, .single(0), .single(4094), .double(outer: 10, inner: 20),
    ])
    func spellsVLANs(vlan: VLANDocument?) throws {
        let link = ObservedLinkDocument(capture: 0, interface: 0, cookedInterface: 0, vlan: vlan, frames: 1)
        let bytes = try JSONDocumentWriter.write(link)
        #expect(try JSONDecoder().decode(ObservedLinkDocument.self, from: Data(bytes)) == link)
    }

    @Test func spellsTwoTagsWithAPoint() throws {
        #expect(try text([VLANDocument.double(outer: 10, inner: 20)]) == "[\"10.20\"]\n")
        #expect(try text([VLANDocument.single(7)]) == "[7]\n")
    }

    @Test(arguments: ["\"10\"", "\"10.x\"", "\"1.2.3\"", "70000", "true"])
    func refusesOtherVLANs(json: String) {
        #expect(throws: DecodingError.self) {
            _ = try JSONDecoder().decode([VLANDocument].self, from: Data("[\(json)]".utf8))
        }
    }
}

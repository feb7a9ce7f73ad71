import Messages
import Testing

@testable import ConfigurationImport

@Suite struct PositionedJSONTests {
    private func source(_ bytes: [UInt8]) -> ImportSource { ImportSource(path: "a.json", bytes: bytes, digest: "") }
    private func read(_ text: String, _ leniencies: PositionedJSON.Leniencies = []) throws -> JSONNode {
        try PositionedJSON.read(source(Array(text.utf8)), leniencies)
    }
    private func problem(_ text: String) -> ImportProblem? {
        do {
            _ = try PositionedJSON.read(source(Array(text.utf8)))
            return nil
        } catch {
            return error.problems.first
        }
    }

    @Test func givesEveryValueItsLine() throws {
        let node = try read("{\n \"a\": [1,\r\n  \"hai\"],\n \"b\": null, \"c\": true\n}\n")
        #expect(node.line == 1)
        #expect(node["a"]?.line == 2)
        #expect(node["a"]?.array?.map(\.line) == [2, 3])
        #expect(node["a"]?.array?.first?.int == 1)
        #expect(node["a"]?.array?.last?.string == "hai")
        #expect(node["b"]?.isNull == true)
        #expect(node["c"]?.bool == true)
        #expect(node.members.map(\.key) == ["a", "b", "c"])
    }

    @Test func readsEscapesAndCharactersBeyondTheFirstPlane() throws {
        #expect(try read(#""Ti\u1ebfng \ud83d\ude00 \"\\\/\n""#).string == "Tiếng 😀 \"\\/\n")
        #expect(try read(#""\ud83d""#).string == "\u{fffd}")
    }

    @Test func readsByteOrderMarksAndBothOrdersOfUTF16() throws {
        let text = "{\"tên\": \"máy\"}"
        let big: [UInt8] = [0xfe, 0xff] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        let little: [UInt8] = [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        for bytes in [big, little, [0xef, 0xbb, 0xbf] + Array(text.utf8)] {
            #expect(try PositionedJSON.read(source(bytes))["tên"]?.string == "máy")
        }
    }

    @Test func readsDocumentsOnePerLine() throws {
        var lines: [UInt32] = []
        try PositionedJSON.documents(of: source(Array("{\"a\":1}\n\n{\"a\":2}\n[]".utf8))) { lines.append($0.line) }
        #expect(lines == [1, 3, 4])
        #expect(try PositionedJSON.read(ImportLine(number: 7, text: " {\"a\":1} "))?.line == 7)
        #expect(try PositionedJSON.read(ImportLine(number: 7, text: "  ")) == nil)
    }

    @Test func namesLineAndColumnInCharacters() {
        let problem = problem("{\n \"ế\": x\n}")
        #expect(problem?.line == 2)
        #expect(problem?.column == 7)
        #expect(problem?.message as? HostConfigurationMessage == .jsonUnexpected("x"))
    }

    @Test(arguments: ["{", "[1,", "\"a", "{\"a\"", "{\"a\":", "tru", "\"\\u12", "\"\\"])
    func saysThatATextIsCutOff(text: String) {
        #expect(problem(text)?.message as? HostConfigurationMessage == .jsonEnded)
    }

    @Test(arguments: [
        "01", "1.", "-", "1e", "1e+", "[1,]", "{\"a\":1,}", "[] []", "# x\n[]", "\"\u{1}\"", "{a:1}", "+1",
    ])
    func refusesWhatIsNotJSON(text: String) {
        #expect(problem(text) != nil)
    }

    @Test func acceptsCommentsAndTrailingCommasWhereAllowed() throws {
        let text = "# a\n{ // b\n/* c\n */ \"a\": [1, 2,], }\n"
        #expect(try read(text, [.comments, .trailingCommas])["a"]?.array?.last?.line == 4)
    }

    @Test func boundsTheDepth() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(problem(deep)?.message as? HostConfigurationMessage == .jsonTooDeep(limit: 64))
    }

    @Test func everyShorterTextOfADocumentIsRefused() {
        let text = #"{"a": [1.5e3, {"b": "\u00e0"}, true, null, false], "c": -2}"#
        for length in 0..<text.utf8.count {
            #expect(problem(String(decoding: Array(text.utf8).prefix(length), as: UTF8.self)) != nil)
        }
        #expect(problem(text) == nil)
    }
}

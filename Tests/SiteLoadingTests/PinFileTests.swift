import NetworkTypes
import SiteModel
import Testing

@testable import SiteLoading

/// A statement is written into the user's own file: everything else in it stays as it is.
@Suite struct PinFileTests {
    private static let first = "{same: [\"00:0d:b9:4a:30:01\", 10.0.0.1], by: Văn phòng, on: 2026-11-20, why: hai card}"
    private static let second = "{different: [10.0.0.1, 10.0.0.2], by: \"A: B\", on: 2026-11-21}"

    private static func pin(_ relation: Pin.Relation, _ one: String, _ other: String) throws -> Pin {
        let keys = try [one, other].map { text in
            try #require(MACAddress(text).map { Pin.Key.mac($0) } ?? IPAddress(text).map { .address($0) })
        }
        return Pin(
            relation: relation, keys: keys, by: "Phòng Văn hóa - Xã hội", on: try #require(CalendarDate("2026-11-24")),
            why: "hai card, một máy: \"A\" #1")
    }

    private static let forms = [
        "", "pins:\n", "pins: []   # chưa có\n", "pins: ~ # chưa có\n# hết\n", "pins: [ ]", "pins: null\n\n",
        "pins:   # ghi chú\n  # về một máy\n  - \(first)  # một\n\n  # về máy khác\n  - \(second)\n  # cuối\n\n",
        "pins:\n- \(first)\n- same: [10.0.0.3, 10.0.0.4]\n  by: X\n  # giữa\n  on: 2026-01-01",
        "pins: [\(first), \(second)]\n",
        "pins: [\n  \(first),\n  \(second),   # hai\n  ]\n# hết\n",
    ]

    private static func sites() -> [String] {
        let end = "domains:\n  - {name: a.example, owner: [{agency: xa-a}]}   # '#'\n"
        let texts = forms.flatMap { form in
            let line = form.hasSuffix("\n") ? form : form + "\n"
            return [SmallSite.text + form, SmallSite.text + line + end, line + SmallSite.text]
        }
        return texts + texts.map { $0.replacing("\n", with: "\r\n") } + ["\u{feff}" + SmallSite.text + forms[6]]
    }

    @Test(arguments: sites())
    func aStatementIsAddedAndTakenBackWithoutAnyOtherChange(text: String) throws {
        let old = try PinFile(text: text)
        let isBlock = text.contains("- {same:") || text.contains("- same:")
        let pin = try Self.pin(.same, "00:0d:b9:4a:30:02", "2001:db8::1")
        let change = try old.adding(pin)
        let new = try PinFile(text: change.text)
        #expect(new.site.pins == old.site.pins + [pin])
        #expect(change.statements.last?.line == new.statements.last?.line)
        let line = try #require(new.statements.last?.line)
        #expect(Self.lines(change.text)[line - 1].contains("2001:db8::1"))

        let back = try new.removing(new.statements.count - 1)
        #expect(try PinFile(text: back.text).site == old.site)
        // The last line had no end where something was to follow it.
        let lineBreak = text.unicodeScalars.contains("\r") ? "\r\n" : "\n"
        let whole = text.unicodeScalars.last == "\n" ? text : text + lineBreak
        let kept = Self.lines(whole).filter { !$0.hasPrefix("pins:") && !$0.isEmpty }
        #expect(Self.lines(back.text).filter { !$0.hasPrefix("pins:") && !$0.isEmpty } == kept)
        if !old.statements.isEmpty { #expect(Array(back.text.utf8) == Array((isBlock ? whole : text).utf8)) }
    }

    @Test(arguments: sites())
    func eachStatementCanBeTakenBackByItself(text: String) throws {
        let old = try PinFile(text: text)
        for number in old.statements.indices {
            let change = try old.removing(number)
            var pins = old.site.pins
            pins.remove(at: number)
            #expect(try PinFile(text: change.text).site.pins == pins)
            for comment in ["# ghi chú", "# cuối", "# hết"] where text.contains(comment) {
                #expect(change.text.contains(comment))
            }
        }
    }

    /// Lines as a file has them, with or without carriage returns.
    private static func lines(_ text: String) -> [String] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }

    @Test func linesAreThoseOfTheFile() throws {
        let file = try PinFile(text: SmallSite.text + Self.forms[6])
        let lines = Self.lines(SmallSite.text + Self.forms[6])
        #expect(file.statements.map { lines[$0.line - 1].contains("- {") } == [true, true])
    }

    @Test func aTextInBracesIsLeftToTheUser() throws {
        let text = """
            {schema: v6audit.site/1, id: v, name: {vi: V, en: V}, agencies: [{id: xa-a, level: commune, kind: committee,
             names: [{vi: A, en: A}]}], segments: [{id: lan, name: {vi: L, en: L}, kind: office-lan, owner: [{agency: xa-a}]}]}
            """
        let file = try PinFile(text: text)
        #expect(throws: PinFile.Failure.self) { try file.adding(try Self.pin(.same, "10.0.0.1", "10.0.0.2")) }
    }

    @Test func aStatementThatSaysTheOppositeContradicts() throws {
        let file = try PinFile(text: SmallSite.text + Self.forms[6])
        let lines = file.statements.map(\.line)
        #expect(try file.statements.contradicting(Self.pin(.different, "10.0.0.1", "00:0d:b9:4a:30:01")) == [lines[0]])
        #expect(try file.statements.contradicting(Self.pin(.same, "10.0.0.2", "10.0.0.1")) == [lines[1]])
        #expect(try file.statements.contradicting(Self.pin(.same, "10.0.0.2", "10.0.0.9")) == [])
        #expect(try file.statements.contradicting(Self.pin(.different, "10.0.0.2", "10.0.0.1")) == [])
    }

    @Test func aChainOfStatementsContradictsLikeOne() throws {
        let file = try PinFile(text: SmallSite.text + Self.forms[6])
        let lines = file.statements.map(\.line)
        // The card is 10.0.0.1, and that is not 10.0.0.2.
        #expect(try file.statements.contradicting(Self.pin(.same, "10.0.0.2", "00:0d:b9:4a:30:01")) == lines)
    }
}

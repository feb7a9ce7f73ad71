import Messages
import NetworkTypes
import SiteLoading
import SiteModel
import Testing

/// `systems.csv`: RFC 4180 with places, and what a row may say.
@Suite struct SystemsReaderTests {
    typealias Found = SmallSite.Found

    private func problems(_ rows: String) -> [Found] {
        SmallSite.problems(systems: SmallSite.systemsHeader + rows)
    }

    @Test func readsQuotesLineBreaksAndCarriageReturns() throws {
        let systems =
            "\u{feff}system,name_vi,component,note\r\nmail,\"Thư \"\"công vụ\"\", nội bộ\",mx,\"một\nhai\"\r\n,,pc-1,ba"
        let site = try SiteLoader.read(site: SmallSite.text, systems: systems)
        #expect(site.systems[0].name.vietnamese == "Thư \"công vụ\", nội bộ")
        #expect(site.systems[0].components[0].note == "một\nhai")
        #expect(site.devices[0].name == "pc-1")
        #expect(site.devices[0].line == 4)
    }

    @Test func skipsBlankRows() throws {
        let site = try SiteLoader.read(
            site: SmallSite.text, systems: SmallSite.systemsHeader + "\n,,,,,,,,,,\nmail,,,,,,,,,,\n\n")
        #expect(site.systems.map(\.id) == ["mail"])
    }

    @Test func reportsBadQuoting() {
        #expect(problems("a,\"b,,,,,,,,,\n").first == Found(2, 3, .quoteNotClosed))
        #expect(problems("a,\"b\"c,,,,,,,,,\n") == [Found(2, 6, .textAfterQuote)])
        #expect(problems("a,b\"c,,,,,,,,,\n") == [Found(2, 4, .quoteInsideCell)])
    }

    @Test func reportsCellsOfTheWrongCount() {
        #expect(problems("a,b\n") == [Found(2, 1, .cellCount(found: 2, expected: 11))])
    }

    @Test func reportsUnknownColumnsWithASuggestion() {
        #expect(
            SmallSite.problems(systems: "system,componnent,component,x\n") == [
                Found(1, 8, .unknownColumn("componnent", suggestion: "component")),
                Found(1, 29, .unknownColumn("x", suggestion: nil)),
            ])
        #expect(SmallSite.problems(systems: "system,system,component\n") == [Found(1, 8, .duplicateColumn("system"))])
        #expect(SmallSite.problems(systems: "system\n") == [Found(1, 1, .missingColumn("component"))])
        #expect(SmallSite.problems(systems: "system;component\na;b\n") == [Found(1, 1, .wrongSeparator("';'"))])
    }

    @Test func reportsCellsAtTheirPlace() {
        #expect(
            problems(",,xa-a,may-1,prnter,lan,10.0.0.5 10.0.0,,,,\n") == [
                Found(
                    2, 14,
                    .unknownValue(
                        key: "kind", value: "prnter", allowed: ConfiguredHost.Kind.allCases.map(\.rawValue),
                        suggestion: "printer")),
                Found(2, 34, .wrongForm(key: "addresses", value: "10.0.0", expected: .address)),
            ])
        #expect(
            problems("\n,,xa-x,m,,lam,,,tcp/0,2025-07-01,2025-06-30\n") == [
                Found(3, 3, .unknownAgency("xa-x", suggestion: "xa-a")),
                Found(3, 11, .unknownSegment("lam", suggestion: "lan")),
                Found(3, 17, .wrongForm(key: "ports", value: "tcp/0", expected: .port)),
                Found(3, 34, .endBeforeStart(start: "2025-07-01", end: "2025-06-30")),
            ])
    }

    @Test func reportsWordsOfQuotedCellsAtTheirPlace() {
        #expect(
            problems(",,,a,,,\" 10.0.0.5 x\n10.0.0.6  y\",,,,\n") == [
                Found(2, 19, .wrongForm(key: "addresses", value: "x", expected: .address)),
                Found(3, 11, .wrongForm(key: "addresses", value: "y", expected: .address)),
            ])
    }

    @Test func reportsRowsThatNameNothingOrTheSameTwice() {
        #expect(problems(",,xa-a,,,,,,,,\n") == [Found(2, 1, .rowNamesNothing)])
        #expect(
            problems(",,,pc,,,,,,,\n,,,pc,,,,,,,\n") == [Found(3, 4, .duplicateIdentifier("device/pc", firstLine: 2))])
        #expect(problems("a,,,pc,,,,,,,\n,,,pc,,,,,,,\n") == [])
    }

    @Test func keepsASystemsColumnsInItsFirstRow() {
        #expect(problems("a,A,xa-a,web,,,,,,,\na,A,xa-a,db,,,,,,,\n") == [])
        #expect(
            problems("a,A,xa-a,web,,,,,,,\na,B,,db,,,,,,,\n")
                == [Found(3, 3, .notInFirstRow(column: "name_vi", firstLine: 2))])
        #expect(
            SmallSite.problems(systems: "system,component,level\n,pc,3\n")
                == [Found(2, 5, .notForDevice(column: "level"))])
    }

    @Test func writesAHeaderThatIsRead() throws {
        #expect(MinimalSite.systemsHeader == ExampleSite.systems.prefix { $0 != "\n" } + "\n")
        #expect(try SiteLoader.read(site: SmallSite.text, systems: MinimalSite.systemsHeader).systems.isEmpty)
    }
}

import AuditRules
import Testing

@Suite struct FactRowTests {
    @Test func everythingIsAbsentAtFirstAndAfterReset() {
        var row = FactRow(.host)
        #expect(FactKey.allCases.allSatisfy { row[$0] == nil })
        row.set(.hostIPv4Addresses, count: 3)
        row.set(.hostOnOwnLink, false)
        row.set(.hostState, choice: "dual-operational")
        #expect(row[.hostIPv4Addresses] == 3)
        #expect(row[.hostOnOwnLink] == 0)
        #expect(row[.hostState] == 5)
        row.reset()
        #expect(row == FactRow(.host))
    }

    @Test func aShareIsExactWhereItCanBe() {
        var row = FactRow(.segment)
        row.set(.segmentOption108Share, part: 3, of: 10)
        #expect(row[.segmentOption108Share] == 300_000)
        row.set(.segmentOption108Share, part: 1, of: 3)
        #expect(row[.segmentOption108Share] == 333_333)
        row.reset()
        row.set(.segmentOption108Share, part: 0, of: 0)
        #expect(row[.segmentOption108Share] == nil)
    }

    @Test func aWordOutsideTheListIsNotStored() {
        var row = FactRow(.segment)
        row.set(.segmentKind, choice: "moon-base")
        #expect(row[.segmentKind] == nil)
    }

    @Test func hasNoFactsOfOtherKinds() {
        #expect(FactRow(.host)[.segmentKind] == nil)
    }
}

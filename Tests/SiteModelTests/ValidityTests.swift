import NetworkTypes
import SiteModel
import Testing

/// Days on which statements hold, and who owns a thing on them.
@Suite struct ValidityTests {
    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test func includesBothEnds() throws {
        let june = Validity(from: try day("2025-06-01"), to: try day("2025-06-30"))
        #expect(june.contains(try day("2025-06-01")))
        #expect(june.contains(try day("2025-06-30")))
        #expect(!june.contains(try day("2025-05-31")))
        #expect(!june.contains(try day("2025-07-01")))
        #expect(Validity.always.contains(try day("0001-01-01")))
    }

    @Test func seesAnEndBeforeTheBeginning() throws {
        #expect(Validity(from: try day("2025-07-01"), to: try day("2025-06-30")).isReversed)
        #expect(!Validity(from: try day("2025-07-01"), to: try day("2025-07-01")).isReversed)
        #expect(!Validity(to: try day("2025-07-01")).isReversed)
    }

    @Test func namesTheOwnerThatBeganLast() throws {
        let owners = [
            Ownership(agency: "a"), Ownership(agency: "c", validity: Validity(from: try day("2025-09-01"))),
            Ownership(agency: "b", validity: Validity(from: try day("2025-07-01"))),
        ]
        #expect(owners.owner(on: try day("2025-06-30")) == "a")
        #expect(owners.owner(on: try day("2025-07-01")) == "b")
        #expect(owners.owner(on: try day("2025-09-01")) == "c")
    }

    @Test func remembersTheLastOwner() throws {
        let owners = [
            Ownership(agency: "a", validity: Validity(to: try day("2024-12-31"))),
            Ownership(agency: "b", validity: Validity(to: try day("2025-06-30"))),
        ]
        #expect(owners.owner(on: try day("2025-07-01")) == nil)
        #expect(owners.lastOwner(before: try day("2025-07-01")) == "b")
        #expect(owners.lastOwner(before: try day("2025-06-30")) == nil)
    }
}

import Messages
import NetworkTypes
import SiteModel
import Testing

/// Agencies across the reorganisation of 2025-07-01.
@Suite struct AgencyHistoryTests {
    private let history: AgencyHistory
    private let lastOldDay: CalendarDate
    private let firstNewDay: CalendarDate

    init() throws {
        lastOldDay = try #require(CalendarDate("2025-06-30"))
        firstNewDay = try #require(CalendarDate("2025-07-01"))
        let old = Validity(to: lastOldDay)
        let new = Validity(from: firstNewDay)
        func agency(_ id: String, _ validity: Validity) -> Agency {
            let name = Agency.Name(LocalizedText(vi: id, en: id))
            return Agency(id: id, level: .commune, kind: .committee, names: [name], validity: validity)
        }
        let later = try #require(CalendarDate("2027-01-01"))
        history = AgencyHistory(
            agencies: [
                agency("district", old), agency("town", old),
                agency("a", Validity(from: firstNewDay, to: CalendarDate("2026-12-31"))),
                agency("b", new), agency("province", .always), agency("c", Validity(from: later)),
            ],
            successions: [
                Succession(from: ["district"], to: ["a", "b", "province"], date: firstNewDay),
                Succession(from: ["town"], to: ["a"], date: firstNewDay),
                Succession(from: ["a"], to: ["c", "a"], date: later),
            ])
    }

    @Test func knowsWhoExists() {
        #expect(history.agencies(on: lastOldDay).map(\.id) == ["district", "town", "province"])
        #expect(history.agencies(on: firstNewDay).map(\.id) == ["a", "b", "province"])
        #expect(!history.exists("nobody", on: firstNewDay))
    }

    @Test func findsSuccessorsManyToMany() {
        #expect(history.successors(of: "district", on: lastOldDay) == [])
        #expect(history.successors(of: "district", on: firstNewDay) == ["a", "b", "province"])
        #expect(history.successors(of: "town", on: firstNewDay) == ["a"])
        #expect(history.predecessors(of: "a", on: firstNewDay) == ["district", "town"])
    }

    @Test func followsSuccessionsOfSuccessors() throws {
        let later = try #require(CalendarDate("2027-06-01"))
        #expect(history.successors(of: "district", on: later) == ["b", "province", "c"])
        #expect(history.predecessors(of: "c", on: later) == ["district", "town", "a"])
    }

    @Test func namesTheCurrentOwner() {
        let moved = [
            Ownership(agency: "district", validity: Validity(to: lastOldDay)),
            Ownership(agency: "b", validity: Validity(from: firstNewDay)),
        ]
        #expect(history.currentOwner(of: moved, on: lastOldDay) == .agency("district"))
        #expect(history.currentOwner(of: moved, on: firstNewDay) == .agency("b"))
    }

    @Test func namesTheSuccessorsOfAnOwnerThatIsGone() {
        let forgotten = [Ownership(agency: "district")]
        #expect(history.currentOwner(of: forgotten, on: lastOldDay) == .agency("district"))
        #expect(
            history.currentOwner(of: forgotten, on: firstNewDay)
                == .gone("district", successors: ["a", "b", "province"]))
        #expect(history.currentOwner(of: forgotten, on: firstNewDay).responsible == nil)
        let ended = [Ownership(agency: "town", validity: Validity(to: lastOldDay))]
        #expect(history.currentOwner(of: ended, on: firstNewDay) == .gone("town", successors: ["a"]))
        #expect(history.currentOwner(of: ended, on: firstNewDay).responsible == "a")
        #expect(history.currentOwner(of: [], on: firstNewDay) == .none)
    }

    @Test func showsTheNameOfTheDay() throws {
        let old = Agency.Name(LocalizedText(vi: "Cũ", en: "Old"), validity: Validity(to: lastOldDay))
        let new = Agency.Name(LocalizedText(vi: "Mới", en: "New"), validity: Validity(from: firstNewDay))
        let agency = Agency(id: "x", level: .commune, kind: .committee, names: [old, new])
        #expect(agency.name(on: lastOldDay).english == "Old")
        #expect(agency.name(on: firstNewDay).english == "New")
        #expect(Agency(id: "x", level: .none, kind: .supplier, names: []).name(on: firstNewDay).english == "x")
    }
}

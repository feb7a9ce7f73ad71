import Testing

@testable import AuditRules

@Suite struct ConditionTests {
    /// Two facts that stand for truth values: present and 1, present and 0, absent.
    private static let keys: [FactKey] = [.hostOnOwnLink, .hostIPv6Visible]

    private static func row(_ values: [Truth]) -> FactRow {
        var row = FactRow(.host)
        for (key, value) in zip(keys, values) where value != .unknown { row.set(key, value == .yes) }
        return row
    }

    private static func truth(_ condition: Condition, _ row: FactRow) -> Truth {
        var program = ConditionProgram()
        let place = program.append(condition, policy: PolicyValues())
        return program.truth(at: place, of: row)
    }

    private static let parts = keys.map { Condition.fact($0, .equal, .literal(1)) }

    @Test(arguments: Truth.allCases, Truth.allCases)
    func allIsKleenesAnd(_ a: Truth, _ b: Truth) {
        #expect(Self.truth(.all(Self.parts), Self.row([a, b])) == (a && b))
    }

    @Test(arguments: Truth.allCases, Truth.allCases)
    func anyIsKleenesOr(_ a: Truth, _ b: Truth) {
        #expect(Self.truth(.any(Self.parts), Self.row([a, b])) == (a || b))
    }

    @Test(arguments: Truth.allCases, Truth.allCases)
    func noneIsNotAny(_ a: Truth, _ b: Truth) {
        #expect(Self.truth(.none(Self.parts), Self.row([a, b])) == !(a || b))
    }

    @Test func nestsToAnyDepth() {
        let inner = Condition.any([.none([Self.parts[0]]), Self.parts[1]])
        let outer = Condition.all([inner, .none([.all(Self.parts)])])
        #expect(Self.truth(outer, Self.row([.no, .yes])) == .yes)
        #expect(Self.truth(outer, Self.row([.yes, .yes])) == .no)
        #expect(Self.truth(outer, Self.row([.unknown, .yes])) == .unknown)
        #expect(Self.truth(outer, Self.row([.unknown, .no])) == .unknown)
    }

    @Test func emptyCombinationsDecideThemselves() {
        let row = FactRow(.host)
        #expect(Self.truth(.all([]), row) == .yes)
        #expect(Self.truth(.any([]), row) == .no)
        #expect(Self.truth(.none([]), row) == .yes)
    }

    @Test func comparesWithThePolicyOfTheSite() {
        var program = ConditionProgram()
        let place = program.append(
            .fact(.hostObservedFor, .atLeast, .policy(.minimumObservation)),
            policy: PolicyValues(minimumObservation: .seconds(300)))
        var row = FactRow(.host)
        #expect(program.truth(at: place, of: row) == .unknown)
        row.set(.hostObservedFor, seconds: 299)
        #expect(program.truth(at: place, of: row) == .no)
        row.set(.hostObservedFor, seconds: 300)
        #expect(program.truth(at: place, of: row) == .yes)
    }

    @Test(arguments: [
        (Condition.Comparison.equal, [false, true, false]), (.notEqual, [true, false, true]),
        (.atLeast, [false, true, true]), (.atMost, [true, true, false]), (.greater, [false, false, true]),
        (.less, [true, false, false]),
    ])
    func comparesBelowAtAndAbove(_ comparison: Condition.Comparison, _ expected: [Bool]) {
        for (count, holds) in zip([1, 2, 3], expected) {
            var row = FactRow(.host)
            row.set(.hostIPv4Addresses, count: count)
            #expect(Self.truth(.fact(.hostIPv4Addresses, comparison, .literal(2)), row) == Truth(holds))
        }
    }
}

import AuditRules
import Testing

@Suite struct TruthTests {
    @Test(arguments: Truth.allCases, Truth.allCases)
    func andIsTrueOnlyOfTwoTrueOnes(_ a: Truth, _ b: Truth) {
        let expected: Truth = a == .no || b == .no ? .no : a == .yes && b == .yes ? .yes : .unknown
        #expect((a && b) == expected)
    }

    @Test(arguments: Truth.allCases, Truth.allCases)
    func orIsFalseOnlyOfTwoFalseOnes(_ a: Truth, _ b: Truth) {
        let expected: Truth = a == .yes || b == .yes ? .yes : a == .no && b == .no ? .no : .unknown
        #expect((a || b) == expected)
    }

    @Test func notLeavesUnknownAlone() {
        #expect(!Truth.yes == .no)
        #expect(!Truth.no == .yes)
        #expect(!Truth.unknown == .unknown)
    }

    @Test(arguments: Truth.allCases, Truth.allCases)
    func obeysDeMorgan(_ a: Truth, _ b: Truth) {
        #expect(!(a && b) == (!a || !b))
    }
}

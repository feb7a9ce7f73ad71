import Testing

@testable import AuditRules

@Suite struct FactKeyTests {
    @Test(arguments: FactKey.allCases)
    func isDefined(_ key: FactKey) {
        #expect(key.isDefined)
        #expect(key.definition.key == key)
        #expect(key.definition.name.hasPrefix("\(key.kind.rawValue)."))
        #expect(FactKey(name: key.definition.name) == key)
        #expect(key.definition.meaning.hasSuffix("."))
        #expect((key.definition.type == .count) == !key.definition.unit.isEmpty)
        #expect(!key.definition.command.isEmpty)
    }

    @Test func namesAreUnique() {
        #expect(Set(FactKey.allCases.map(\.definition.name)).count == FactKey.allCases.count)
        #expect(Set(FactKey.allCases.map(\.definition.name)).isDisjoint(with: PolicyKey.allCases.map(\.name)))
    }

    @Test(arguments: SubjectKind.allCases)
    func fillsARowWithoutGaps(_ kind: SubjectKind) {
        let places = FactKey.allCases.filter { $0.kind == kind }.map(\.index)
        #expect(places == Array(0..<FactKey.count(of: kind)))
        #expect(FactKey.count(of: kind) <= FactSet.capacity)
    }
}

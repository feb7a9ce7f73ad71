/// The subjects of one kind with what was found about them, 24 bytes each.
struct SubjectTable: Sendable {
    let kind: SubjectKind
    private(set) var ids = CompactIdentifiers()
    /// Numbers of agencies.
    private(set) var agencies: [Int32] = []
    /// Numbers of patterns in the table of outcomes.
    private(set) var patterns: [Int32] = []
    /// Where the details come from.
    private(set) var sources: [DetailSource] = []
    /// Each id came after the one before.
    private var isSorted = true

    init(_ kind: SubjectKind) { self.kind = kind }

    var count: Int { patterns.count }

    /// Room for so many; what is not used costs nothing.
    mutating func reserve(_ count: Int) {
        ids.reserve(count)
        agencies.reserveCapacity(count)
        patterns.reserveCapacity(count)
        sources.reserveCapacity(count)
    }

    mutating func add(_ id: CompactIdentifier, agency: Int32, pattern: Int32, source: DetailSource) {
        ids.append(id)
        if isSorted, count > 0 { isSorted = ids.isOrdered(count - 1, count) }
        agencies.append(agency)
        patterns.append(pattern)
        sources.append(source)
    }

    func subject(_ number: Int) -> Subject { Subject(kind, ids[number]) }

    /// Orders the subjects by id.
    mutating func sort() {
        guard !isSorted else { return }
        let order = (0..<count).sorted { ids.precedes($0, $1) }
        ids = ids.reordered(order)
        agencies = order.map { agencies[$0] }
        patterns = order.map { patterns[$0] }
        sources = order.map { sources[$0] }
        isSorted = true
    }
}

/// Where the row and the details of a subject come from when a finding is read.
struct DetailSource: Sendable, BitwiseCopyable {
    private let code: Int32

    /// Nobody will ask.
    static let none = DetailSource(code: -1)
    /// The number of what was kept.
    static func kept(_ number: Int) -> DetailSource { DetailSource(code: Int32(number)) }
    /// The number under which they are made again.
    static func made(_ number: Int) -> DetailSource { DetailSource(code: -2 - Int32(number)) }

    var kept: Int? { code >= 0 ? Int(code) : nil }
    var made: Int? { code <= -2 ? -2 - Int(code) : nil }
}

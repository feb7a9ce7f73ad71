/// Findings, which a large audit does not keep but makes when they are read: reading one twice makes it twice.
public struct FindingList: RandomAccessCollection, Sendable {
    private enum Storage: Sendable {
        case list([Finding])
        /// Sorted by rule, then subject.
        case table(FindingTable)
    }

    private let storage: Storage

    /// Keeps the findings as they are, in this order.
    public init(_ findings: [Finding]) { storage = .list(findings) }

    init(_ table: FindingTable) { storage = .table(table) }

    public var startIndex: Int { 0 }

    public var endIndex: Int {
        switch storage {
        case .list(let findings): findings.count
        case .table(let table): table.count
        }
    }

    public subscript(position: Int) -> Finding {
        switch storage {
        case .list(let findings): return findings[position]
        case .table(let table):
            let run = table.runs[table.run(of: position)]
            return table.finding(run, table.subject(run, position - run.start))
        }
    }

    /// By rule, then subject; as it is where it is so already.
    public func sorted() -> FindingList {
        switch storage {
        case .list(let findings): FindingList(findings.sorted { $0 < $1 })
        case .table: self
        }
    }

    /// Those about one kind of subject; of the others none is made.
    public func about(_ kind: SubjectKind) -> [Finding] {
        switch storage {
        case .list(let findings): return findings.filter { $0.subject.kind == kind }
        case .table(let table):
            return table.runs.filter { table.kind(of: $0) == kind }.flatMap { run in
                self[run.start..<(run.start + run.count)]
            }
        }
    }
}

extension FindingList {
    /// Goes from one finding to the next without counting anew.
    public struct Iterator: IteratorProtocol {
        private let findings: FindingList
        private var position = 0
        /// Of the next finding, where they are made.
        private var run = 0
        private var subject = 0

        init(_ findings: FindingList) { self.findings = findings }

        public mutating func next() -> Finding? {
            guard position < findings.endIndex else { return nil }
            defer { position += 1 }
            guard case .table(let table) = findings.storage else { return findings[position] }
            let current = table.runs[run]
            let found = table.next(current, subject)
            if position + 1 == current.start + current.count {
                (run, subject) = (run + 1, 0)
            } else {
                subject = found + 1
            }
            return table.finding(current, found)
        }
    }

    public func makeIterator() -> Iterator { Iterator(self) }
}

extension FindingList: Hashable {
    public static func == (a: FindingList, b: FindingList) -> Bool { a.count == b.count && a.elementsEqual(b) }

    /// A few say enough: equal lists begin and end alike.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        hasher.combine(first)
        hasher.combine(last)
    }
}

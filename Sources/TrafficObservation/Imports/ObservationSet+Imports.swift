import NetworkTypes

extension ObservationSet {
    /// Takes up an imported file; the same content as the same kind counts once.
    public mutating func add(_ file: ImportedFile) {
        insert(file, into: \.imports, isSame: { $0.digest == $1.digest && $0.kind == $1.kind }) {
            ($0.made?.nanoseconds ?? .max, $0.path) < ($1.made?.nanoseconds ?? .max, $1.path) ? $0 : $1
        }
        imports.sort { ($0.digest, $0.kind.rawValue) < ($1.digest, $1.kind.rawValue) }
    }

    /// Takes up a run of probes; of one that went on after it had been stopped, the longer one counts.
    public mutating func add(_ run: ProbeRun) {
        insert(run, into: \.probes, isSame: { $0.digest == $1.digest }) {
            ($0.ended, $0.results.count) < ($1.ended, $1.results.count) ? $1 : $0
        }
        probes.sort { ($0.started, $0.digest) < ($1.started, $1.digest) }
    }

    private mutating func insert<Row>(
        _ row: Row, into table: WritableKeyPath<Self, [Row]>, isSame: (Row, Row) -> Bool, better: (Row, Row) -> Row
    ) {
        guard let place = self[keyPath: table].firstIndex(where: { isSame($0, row) }) else {
            self[keyPath: table].append(row)
            return
        }
        self[keyPath: table][place] = better(self[keyPath: table][place], row)
    }

    mutating func takeImports(of other: ObservationSet) {
        for file in other.imports { add(file) }
        for run in other.probes { add(run) }
    }
}

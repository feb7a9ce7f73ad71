import Messages
import NetworkTypes
import TrafficObservation

/// Takes rows of any log one after the other.
struct ZeekReader {
    var traffic = RecordedTraffic()
    var names = NameTable()
    var pointers = PointerTable()
    var leases = ZeekLeases()

    private var header = ZeekHeader()
    private var problems = ProblemList()
    private var newest: CaptureTime?
    private var readCount = 0
    private var otherLogs: Set<String> = []
    private var hasReportedFields = false
    private var isFull = false

    // MARK: Lines

    mutating func read(_ line: ImportLine, isCut: Bool) {
        guard !line.words.isEmpty else { return }
        if line.text.hasPrefix("#") {
            header.read(line.text)
            hasReportedFields = false
        } else if line.text.hasPrefix("{") {
            do throws(ImportProblem) {
                guard let node = try PositionedJSON.read(line) else { return }
                read(ZeekRow(line: line.number, form: .json(node)))
            } catch {
                if !isCut { problems.add(error.message, line: error.line, column: error.column) }
            }
        } else {
            columns(line, isCut: isCut)
        }
    }

    private mutating func columns(_ line: ImportLine, isCut: Bool) {
        guard !header.columns.isEmpty else {
            if !hasReportedFields { problems.add(RecordMessage.missingFields, line: line.number) }
            hasReportedFields = true
            return
        }
        if isCut { return }
        let values = line.text.split(separator: header.separator, omittingEmptySubsequences: false)
        guard values.count == header.columns.count else {
            problems.add(
                RecordMessage.fieldCount(expected: header.columns.count, found: values.count), line: line.number)
            return
        }
        read(ZeekRow(line: line.number, form: .columns(header, values)))
    }

    // MARK: Rows

    mutating func read(_ row: ZeekRow) {
        guard !isFull else { return }
        let (log, name) = ZeekRow.Log.of(row)
        guard let log else {
            if otherLogs.count < 20 { otherLogs.insert(name ?? "?") }
            return
        }
        readCount += 1
        do throws(ImportProblem) {
            let time = try row.time()
            if let time { newest = max(newest ?? time, time) }
            switch log {
            case .conn: try readConnection(row)
            case .dns: try readAnswer(row)
            case .dhcp: try leases.read(row, time)
            case .knownHosts: try readHost(row)
            case .knownServices: try readService(row)
            }
        } catch {
            problems.add(error.message, line: error.line, column: error.column)
        }
        isFull = max(traffic.count, names.count, pointers.count, leases.count) >= ImportLimits.rows
    }

    func file(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        try problems.check(source.path)
        if isFull { throw ImportFailure(path: source.path, ImportMessage.tooManyRows(limit: ImportLimits.rows)) }
        // An empty log has a header and no row: nothing happened.
        if readCount == 0, !otherLogs.isEmpty || header.columns.isEmpty {
            throw ImportFailure(path: source.path, RecordMessage.noKnownLog(otherLogs.sorted()))
        }
        var file = source.file(.zeek)
        if let newest { file.made = newest }
        file.hosts = traffic.importedHosts()
        file.services = traffic.importedServices()
        file.names = names.sorted()
        file.pointers = pointers.pointers
        file.leases = leases.current(at: newest)
        return file
    }
}

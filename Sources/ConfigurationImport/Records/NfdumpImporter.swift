import Messages
import NetworkTypes
public import TrafficObservation

/// Flows of NetFlow or IPFIX, as `nfdump -o json` and `-o ndjson` write them.
public enum NfdumpImporter: ConfigurationImporter {
    public static var kind: ImportKind { .nfdump }

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        guard let first = lines.lazy.compactMap(\.words.first?.first).first, first == "[" || first == "{" else {
            return 0
        }
        let hasAddress = lines.contains {
            $0.text.contains("\"src4_addr\"") || $0.text.contains("\"src6_addr\"")
        }
        return hasAddress ? 95 : 0
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        var problems = ProblemList()
        var traffic = RecordedTraffic()
        var pairs = NfdumpPairs()
        var newest: CaptureTime?
        var count = 0
        var isFull = false
        func take(_ node: JSONNode) {
            do throws(ImportProblem) {
                guard let flow = try NfdumpFlow(node), !isFull else { return }
                count += 1
                let ends = flow.ends
                if flow.packets > 0 { traffic.sent(ends.source, line: flow.line) }
                if flow.answerPackets > 0 { traffic.sent(ends.destination, line: flow.line) }
                traffic.sent(ends.source, toLinkOf: ends.destination)
                pairs.add(flow)
                for time in [flow.first, flow.last].compactMap(\.self) { newest = max(newest ?? time, time) }
                isFull = max(traffic.count, pairs.count) >= ImportLimits.rows
            } catch {
                problems.add(error.message, line: error.line, column: error.column)
            }
        }
        if says("No matching flows", source) { throw ImportFailure(path: source.path, RecordMessage.noFlow) }
        try PositionedJSON.documents(of: source) { (node) throws(ImportProblem) in node.elements.forEach(take) }
        try problems.check(source.path)
        if isFull { throw ImportFailure(path: source.path, ImportMessage.tooManyRows(limit: ImportLimits.rows)) }
        guard count > 0 else { throw ImportFailure(path: source.path, RecordMessage.noFlow) }
        pairs.forEachAnswer { ends, line in
            traffic.answered(ends.destination, ends.transport, port: ends.destinationPort, line: line)
        }
        var file = source.file(kind)
        if let newest { file.made = newest }
        file.hosts = traffic.importedHosts()
        file.services = traffic.importedServices()
        return file
    }

    /// nfdump writes some words between the brackets where it found nothing: no JSON, but no damage.
    private static func says(_ words: String, _ source: ImportSource) -> Bool {
        source.bytes.count < 256 && String(decoding: source.bytes, as: UTF8.self).contains(words)
    }
}

import Messages

/// One piece of proof as a person can follow it: capture, frame, time and filter, or file and line, or probe.
struct HTMLEvidence {
    let context: HTMLContext

    /// Of some findings, each proof once, behind one line that opens; the first ones only, with the total said.
    func list(_ findings: [FindingDocument]) -> HTMLMarkup {
        var seen: Set<EvidenceDocument> = []
        let evidence = findings.flatMap(\.evidence).filter { seen.insert($0).inserted }
        guard !evidence.isEmpty else { return "<p class=\"note\">\(context.say(.noEvidence))</p>\n" }
        let shown = evidence.prefix(Self.limit)
        let table = HTMLMarkup.table(
            caption: context.say(.listCut(shown: shown.count, total: evidence.count)),
            isCaptionQuiet: shown.count == evidence.count,
            columns: [.capture, .frame, .time, .filter].map { context.say($0 as ReportLabel) }, numeric: [1],
            rows: shown.map(row))
        return HTMLMarkup.details("\(context.say(.evidence(evidence.count)))", "<div class=\"evidence\">\(table)</div>")
    }

    /// `FILE, khung số 17, 24/11/2026 15:42:27`.
    func short(_ evidence: EvidenceDocument) -> HTMLMarkup {
        switch evidence {
        case .packet(let capture, let frame, let time, _):
            let place = HTMLMarkup.code(context.capturePath(capture))
            return "\(place), \(context.say(.frameNumber(frame))), \(context.time(time))"
        case .file(let path, let line): return file(path, line)
        case .probe(let name, let time): return "\(HTMLMarkup.code(name)), \(context.time(time))"
        }
    }

    /// One below the other; the first ones, with the total said.
    func lines(_ evidence: [EvidenceDocument]) -> HTMLMarkup {
        let shown = evidence.prefix(Self.shortLimit).map(shortWithFilter).joined(separator: "<br>")
        guard evidence.count > Self.shortLimit else { return shown }
        return shown + "<br>" + "\(context.say(.listCut(shown: Self.shortLimit, total: evidence.count)))"
    }

    /// With the filter that opens it, where there is one.
    private func shortWithFilter(_ evidence: EvidenceDocument) -> HTMLMarkup {
        guard let filter = evidence.filter else { return short(evidence) }
        return short(evidence) + "<br>" + HTMLMarkup.code(filter)
    }

    /// Capture, frame, time and filter; of a file its path and line.
    func row(_ evidence: EvidenceDocument) -> [HTMLMarkup] {
        switch evidence {
        case .packet(let capture, let frame, let time, let filter):
            [
                HTMLMarkup.code(context.capturePath(capture)), "\(String(frame))", "\(context.time(time))",
                filter.map(HTMLMarkup.code) ?? "–",
            ]
        case .file(let path, let line): [file(path, line), "–", "–", "–"]
        case .probe(let name, let time): [HTMLMarkup.code(name), "–", "\(context.time(time))", "–"]
        }
    }

    private func file(_ path: String, _ line: Int) -> HTMLMarkup {
        "\(HTMLMarkup.code(path)), \(context.say(.lineNumber(line)))"
    }

    /// Pieces of evidence of one item that are printed; the JSON output has all.
    private static let limit = 20
    /// The same inside a cell of a table.
    private static let shortLimit = 4
}

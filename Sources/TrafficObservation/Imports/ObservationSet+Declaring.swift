import NetworkTypes
import PacketDecode

extension ObservationSet {
    /// The set with what imports and probes say as rows: each file and each run stands behind the captures as one more
    /// of them, whose frames are lines or results.
    ///
    /// To be called once, when all sets are merged, because these rows are made from `imports` and `probes` and never
    /// stored.
    public func declaring() -> ObservationSet {
        guard !imports.isEmpty || !probes.isEmpty, packetCaptures == nil else { return self }
        var set = self
        set.packetCaptures = captures.count
        let newest = captures.compactMap(\.lastSeen).max()
        for file in imports {
            if isReplaced(file) {
                // It keeps its number, so that proofs stay right.
                set.take(
                    DeclaredRows(capture: set.captures.count, firstLink: set.links.count), path: file.path,
                    digest: file.digest, source: .file(file.kind))
                continue
            }
            var rows = DeclaredRows(capture: set.captures.count, firstLink: set.links.count)
            rows.add(file, time: file.made ?? newest ?? CaptureTime(nanoseconds: 0))
            set.take(rows, path: file.path, digest: file.digest, source: .file(file.kind))
        }
        for run in probes {
            var rows = DeclaredRows(capture: set.captures.count, firstLink: set.links.count)
            rows.add(run)
            set.take(rows, path: "probe", digest: run.digest, source: .probe)
        }
        set.joinNames()
        return set
    }

    private func isReplaced(_ file: ImportedFile) -> Bool {
        guard let made = file.made else { return false }
        return imports.contains { other in
            other.digest != file.digest && other.replaces(file) && other.made.map { $0 > made } ?? false
        }
    }

    private mutating func take(
        _ rows: DeclaredRows, path: String, digest: String, source: CaptureObservation.Source
    ) {
        var capture = CaptureObservation(path: path, format: source.format)
        capture.source = source
        capture.sha256 = digest
        capture.chain = UInt32(truncatingIfNeeded: captures.count)
        (capture.firstSeen, capture.lastSeen) = (rows.firstSeen, rows.lastSeen)
        captures.append(capture)
        links += rows.links
        bindings += rows.bindings
        hostNames += rows.hostNames
        identities += rows.identities
        chainNames += rows.dnsNames
    }

    /// Without what stands in place of captures.
    public var capturesOfPackets: ArraySlice<CaptureObservation> { captures.prefix(packetCaptures ?? captures.count) }

    /// Whether a link comes from a file or from probes.
    public func isDeclared(link: Int) -> Bool {
        guard let packetCaptures, links.indices.contains(link) else { return false }
        return Int(links[link].key.capture) >= packetCaptures
    }

    /// Where a proof points to.
    public func source(of proof: Proof) -> CaptureObservation.Source {
        captures.indices.contains(Int(proof.capture)) ? captures[Int(proof.capture)].source : .packets
    }
}

extension CaptureObservation.Source {
    var format: String {
        switch self {
        case .packets: "unknown"
        case .file(let kind): kind.rawValue
        case .probe: "probe"
        }
    }
}

extension ObservationSet {
    /// The file that a proof is a line of; nil: none.
    public func importedFile(of proof: Proof) -> ImportedFile? {
        guard let packetCaptures else { return nil }
        let place = Int(proof.capture) - packetCaptures
        return imports.indices.contains(place) ? imports[place] : nil
    }

    /// The check that a proof is the result of, as `tcp/443 192.0.2.10`; nil: none.
    public func probeText(of proof: Proof) -> String? {
        guard let packetCaptures else { return nil }
        let place = Int(proof.capture) - packetCaptures - imports.count
        guard probes.indices.contains(place) else { return nil }
        let number = Int(clamping: proof.frame) - 1
        guard probes[place].results.indices.contains(number) else { return ProbeCheck(.dns).description }
        let result = probes[place].results[number]
        return "\(result.check) \(result.address)"
    }
}

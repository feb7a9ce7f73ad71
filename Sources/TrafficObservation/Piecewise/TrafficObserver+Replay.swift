import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// Goes on with the rows of a set, to read its kept frames.
    init(resuming set: ObservationSet, limits: ObservationLimits) {
        self.init(limits: limits)
        var set = set
        for (place, link) in set.links.enumerated() { links[link.key] = place }
        resumeTables(&set)
        self.set = set
        self.set.kept = []
        openChains = Set(set.kept.map(\.chain))
    }

    /// Reads the kept frames of all chains, each chain from its beginning.
    mutating func replay(_ chains: [KeptChain]) {
        for chain in chains {
            endChain()
            linkCapture = chain.chain
            lastLink = nil
            lastSource = -1
            let open = Set(set.links.indices.filter { set.links[$0].key.capture == chain.chain })
            turnBack(open)
            for frame in chain.frames {
                if frame.capture != counters.capture {
                    noteAnomalies(ofReplayed: counters.capture)
                    counters = CaptureCounters(capture: frame.capture)
                }
                replay(frame)
            }
            noteAnomalies(ofReplayed: counters.capture)
            straighten(open)
        }
        endChain()
    }

    private mutating func noteAnomalies(ofReplayed capture: UInt32) {
        if set.captures.indices.contains(Int(capture)) { noteAnomalies(of: Int(capture)) }
    }

    /// What the inspection of data found is forgotten, and the ends stand as they were first guessed.
    private mutating func turnBack(_ open: Set<Int>) {
        for number in flows.rows.indices where open.contains(flows[number].link) {
            let wasCorrected = flows[number].inspection.wasCorrected
            if wasCorrected { flows[number] = flows[number].reversed }
            flows[number].forgetInspection()
            flows[number].inspection.wasCorrected = wasCorrected
        }
        for number in sources.rows.indices where open.contains(sources[number].link) {
            sources[number].announcements = 0
        }
    }

    /// Ends that no kept frame corrected, because there was no room for it.
    private mutating func straighten(_ open: Set<Int>) {
        for number in flows.rows.indices
        where flows[number].inspection.wasCorrected && open.contains(flows[number].link) {
            flows[number] = flows[number].reversed
            flows[number].inspection.wasCorrected = false
        }
    }

    private mutating func replay(_ frame: KeptFrame) {
        let bytes = frame.bytes.span.bytes
        var record = FrameRecord()
        FrameDecoder.decode(bytes, linkType: frame.linkType, into: &record)
        let moment = frame.time ?? frame.latest ?? CaptureTime(nanoseconds: 0)
        if frame.parts.contains(.whole) {
            return observe(record, bytes, number: frame.number, moment: moment, interface: frame.interface)
        }
        let key = LinkKey(
            capture: linkCapture, interface: frame.interface, cookedInterface: record.cookedInterface,
            outerVLAN: record.outerVLAN, innerVLAN: record.innerVLAN)
        let proof = Proof(capture: counters.capture, frame: frame.number, time: moment)
        if record.hasInnerLink {
            let inner = record.innerFrame
            let overlay = LinkKey(
                capture: key.capture, interface: key.interface, cookedInterface: key.cookedInterface,
                outerVLAN: inner.outerVLAN, innerVLAN: inner.innerVLAN, isOverlay: true)
            if let link = links[overlay] {
                replay(
                    inner, bytes, frame.parts,
                    Place(link: link, linkNumber: UInt32(truncatingIfNeeded: link), proof: proof))
            }
        } else if let link = links[key] {
            replay(
                record, bytes, frame.parts,
                Place(link: link, linkNumber: UInt32(truncatingIfNeeded: link), proof: proof))
        }
    }

    private mutating func replay(
        _ record: FrameRecord, _ bytes: borrowing RawSpan, _ parts: KeptFrame.Parts, _ place: Place
    ) {
        if parts.contains(.stream) { replayStream(record, bytes, place) }
        if parts.contains(.announcement) { observeAnnouncement(record, bytes, place) }
        if parts.contains(.probe) { observeProbeMessage(record, bytes, place) }
        if parts.contains(.fragment) { observeFragment(record, bytes, place) }
    }
}

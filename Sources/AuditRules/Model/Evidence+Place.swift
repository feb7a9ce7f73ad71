public import TrafficObservation

extension Evidence {
    /// The place of a proof: a frame with the filter that finds it, a line of an imported file, or a probe.
    ///
    /// - Parameter filter: read only where it is a frame.
    public init(_ proof: Proof, in set: ObservationSet, filter: @autoclosure () -> String) {
        if set.packetCaptures != nil {
            if let file = set.importedFile(of: proof) {
                self = .file(path: file.path, line: Int(clamping: proof.frame))
                return
            }
            if let probe = set.probeText(of: proof) {
                self = .probe(name: probe, time: proof.time)
                return
            }
        }
        self = .packet(capture: Int(proof.capture), frame: proof.frame, time: proof.time, filter: filter())
    }
}

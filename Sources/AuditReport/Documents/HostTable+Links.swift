import HostCorrelation
import NetworkTypes
import TrafficObservation

extension HostTable {
    /// The index in `links` of an index of `ObservationSet.links`.
    func link(ofObserved index: Int) -> Int? {
        guard linkOfObserved.indices.contains(index), links.indices.contains(linkOfObserved[index]) else { return nil }
        return linkOfObserved[index]
    }

    /// The id of the link of an index of `ObservationSet.links`.
    func linkIdentifier(ofObserved index: Int) -> String? { link(ofObserved: index).map { links[$0].id } }
}

extension Sighting {
    /// What both saw together.
    func merged(with other: Sighting) -> Sighting {
        var both = self
        both.merge(other)
        return both
    }
}

extension MACAddress {
    /// Nil where the capture shows none.
    var known: MACAddress? { self == .zero ? nil : self }
}

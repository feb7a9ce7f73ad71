public import TrafficObservation

/// A name with where it came from.
public struct HostName: Hashable, Comparable, Sendable {
    public let name: String
    public let source: NameSource
    public let proof: Proof

    public init(name: String, source: NameSource, proof: Proof) {
        self.name = name
        self.source = source
        self.proof = proof
    }

    public static func < (a: HostName, b: HostName) -> Bool {
        a.name != b.name ? a.name < b.name : a.source.rawValue < b.source.rawValue
    }
}

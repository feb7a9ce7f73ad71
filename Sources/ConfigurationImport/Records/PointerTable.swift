import NetworkTypes
import TrafficObservation

/// PTR records, each once with its first line.
struct PointerTable {
    private struct Key: Hashable {
        let address: IPAddress
        let name: String
    }

    private var known: Set<Key> = []
    /// By line.
    private(set) var pointers: [ImportedPointer] = []

    var count: Int { pointers.count }

    mutating func add(_ address: IPAddress, name: String, line: UInt32) {
        guard known.insert(Key(address: address, name: name)).inserted else { return }
        pointers.append(ImportedPointer(address: address, name: name, line: line))
    }
}

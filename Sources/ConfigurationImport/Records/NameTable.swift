import NetworkTypes
import TrafficObservation

/// Names with the addresses that records or answers gave them.
///
/// An AAAA that is mapped from IPv4, made by a translator or unspecified is no IPv6 address of the name: left out.
struct NameTable {
    private struct Entry: Hashable {
        let name: Int
        let address: IPAddress
    }

    private var places: [String: Int] = [:]
    private var entries: Set<Entry> = []
    private var names: [ImportedName] = []

    /// Of names and addresses together.
    var count: Int { entries.count }

    mutating func add(_ address: IPAddress, to name: String, line: UInt32) {
        switch (address.ipv4, address.ipv6) {
        case (let four?, _): if four == .unspecified { return }
        case (_, let six?):
            switch six.scope {
            case .ipv4Mapped, .ipv4Compatible, .nat64, .unspecified: return
            default: break
            }
        default: return
        }
        let place: Int
        if let known = places[name] {
            place = known
        } else {
            place = names.count
            places[name] = place
            names.append(ImportedName(name: name, line: line))
        }
        guard entries.insert(Entry(name: place, address: address)).inserted else { return }
        if let four = address.ipv4 { names[place].a.append(four) }
        if let six = address.ipv6 { names[place].aaaa.append(six) }
    }

    /// By line, each name's addresses in order.
    func sorted() -> [ImportedName] {
        var names = names
        for place in names.indices {
            names[place].a.sort()
            names[place].aaaa.sort()
        }
        return names
    }
}

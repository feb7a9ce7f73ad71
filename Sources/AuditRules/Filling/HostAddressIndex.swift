import HostClassification
import HostCorrelation
import NetworkTypes

/// Which host has an address on a link, for the addresses that were asked for beforehand: flows and names speak of few
/// of the addresses of a large network.
///
/// Open addressing with linear probing over a flat list of entries.
struct HostAddressIndex {
    private struct Entry {
        let address: IPAddress
        let link: Int32
        var host: Int32 = -1
    }

    private var entries: [Entry] = []
    /// The number of an entry plus one; zero: free.
    private var slots = [Int32](repeating: 0, count: 1024)
    private let seed = UInt64.random(in: .min ... .max)

    /// Says that an address on a link of the table will be looked for.
    mutating func want(_ address: IPAddress, on link: Int) {
        let slot = self.slot(address, link)
        guard slots[slot] == 0 else { return }
        entries.append(Entry(address: address, link: Int32(link)))
        slots[slot] = Int32(entries.count)
        if entries.count * 2 > slots.count { grow() }
    }

    /// Notes the hosts that have the wanted addresses; of several the last.
    mutating func fill(_ context: FactContext) {
        if entries.isEmpty { return }
        for number in context.profiles.indices {
            context.forEachLink(of: context.profiles[number].host) { link in
                context.profiles[number].host.forEachAddress { address in
                    let entry = slots[slot(address, link)]
                    if entry != 0 { entries[Int(entry - 1)].host = Int32(number) }
                }
            }
        }
    }

    /// The number of the profile; −1: nobody has the address, or it was not asked for.
    func host(_ address: IPAddress, on link: Int) -> Int {
        let entry = slots[slot(address, link)]
        return entry == 0 ? -1 : Int(entries[Int(entry - 1)].host)
    }

    /// Where an address is or would be.
    private func slot(_ address: IPAddress, _ link: Int) -> Int {
        let product = (address.high ^ seed ^ UInt64(address.family.rawValue)).multipliedFullWidth(
            by: (address.low ^ UInt64(link) << 40 ^ 0x9e37_79b9_7f4a_7c15) | 1 << 63)
        var position = Int(truncatingIfNeeded: (product.high ^ product.low) >> 16) & (slots.count - 1)
        while slots[position] != 0 {
            let entry = entries[Int(slots[position] - 1)]
            if entry.address == address, entry.link == link { break }
            position = (position + 1) & (slots.count - 1)
        }
        return position
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for number in entries.indices {
            slots[slot(entries[number].address, Int(entries[number].link))] = Int32(number + 1)
        }
    }
}

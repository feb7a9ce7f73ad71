import NetworkTypes
import TrafficObservation

/// Finds the node of a MAC on an observed link.
///
/// Open addressing with linear probing; keys stand in the slots, so that a look-up reads one place.
struct NodeIndex: Sendable {
    private struct Slot: BitwiseCopyable {
        var mac = MACAddress.zero
        var observed: Int32 = 0
        /// −1: free.
        var node: Int32 = -1
    }

    private var slots = [Slot](repeating: Slot(), count: 256)
    private var used = 0
    /// The nodes that were added, also those that are never found.
    private var count: Int32 = 0

    subscript(key: LinkMAC) -> Int32? {
        guard key.mac.isUnicast else { return nil }
        let node = slots[place(of: key)].node
        return node < 0 ? nil : node
    }

    /// Nodes are added in the order of their numbers; a node without a MAC is never found.
    mutating func add(_ key: LinkMAC) {
        if key.mac.isUnicast {
            if used * 3 >= slots.count * 2 { grow(to: slots.count * 2) }
            slots[place(of: key)] = Slot(mac: key.mac, observed: key.observed, node: count)
            used += 1
        }
        count += 1
    }

    /// Room for so many, so that the table does not grow step by step.
    mutating func reserve(_ count: Int) {
        var size = slots.count
        while size * 2 < count * 3 { size *= 2 }
        if size > slots.count { grow(to: size) }
    }

    /// Where a key is or would be.
    @inline(__always)
    private func place(of key: LinkMAC) -> Int {
        let hash = TableHash.mix(TableHash.seed ^ UInt64(truncatingIfNeeded: key.observed), key.mac.value)
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: hash >> 32) & mask
        while slots[position].node >= 0 {
            if slots[position].mac == key.mac, slots[position].observed == key.observed { break }
            position = (position &+ 1) & mask
        }
        return position
    }

    private mutating func grow(to size: Int) {
        let old = slots
        slots = [Slot](repeating: Slot(), count: size)
        for slot in old where slot.node >= 0 {
            slots[place(of: LinkMAC(observed: slot.observed, mac: slot.mac))] = slot
        }
    }
}

import NetworkTypes

/// Which addresses belong to one machine: those that one row of the inventory lists, and rows that share an address.
public struct MachineNumbers: Sendable {
    private var parents: [Int] = []
    private var byAddress: [IPAddress: Int] = [:]

    /// The number of an address, new where it is not known.
    mutating func number(of address: IPAddress) -> Int {
        if let known = byAddress[address] { return root(known) }
        parents.append(parents.count)
        byAddress[address] = parents.count - 1
        return parents.count - 1
    }

    /// Joins the addresses of one row; a new address goes to the row's machine.
    mutating func join(_ addresses: [IPAddress]) {
        guard let first = addresses.first else { return }
        for address in addresses.dropFirst() {
            let (a, b) = (root(number(of: first)), root(number(of: address)))
            if a != b { parents[max(a, b)] = min(a, b) }
        }
    }

    private mutating func root(_ number: Int) -> Int {
        var number = number
        while parents[number] != number {
            parents[number] = parents[parents[number]]
            number = parents[number]
        }
        return number
    }
}

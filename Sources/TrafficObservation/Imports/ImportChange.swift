import NetworkTypes

/// What a file adds to what another one of its kind and name said before.
public struct ImportChange: Sendable, Equatable {
    public var added = 0
    public var changed = 0
    public var unchanged = 0

    public init(added: Int = 0, changed: Int = 0, unchanged: Int = 0) {
        self.added = added
        self.changed = changed
        self.unchanged = unchanged
    }

    /// - Parameter old: the file that this one takes the place of; nil: everything is new.
    public init(from old: ImportedFile?, to new: ImportedFile) {
        if old?.digest == new.digest, old?.kind == new.kind {
            unchanged = new.thingCount
            return
        }
        compare(old?.hosts ?? [], new.hosts) {
            $0.key
        } content: {
            $0.withoutLines
        }
        compare(old?.services ?? [], new.services) {
            "\($0.host ?? "") \($0.transport.rawValue)/\($0.port) \($0.addresses)"
        } content: {
            $0.families
        }
        compare(old?.leases ?? [], new.leases) {
            "\($0.address?.description ?? "") \($0.prefix?.description ?? "")"
        } content: {
            "\($0.mac?.description ?? "") \($0.uniqueIdentifier ?? "") \($0.name ?? "")"
        }
        compare(old?.names ?? [], new.names) {
            $0.name
        } content: {
            "\($0.a.sorted()) \($0.aaaa.sorted())"
        }
        compare(old?.switchPorts ?? [], new.switchPorts) {
            "\($0.mac) \($0.vlan ?? 0)"
        } content: {
            $0.port
        }
    }

    private mutating func compare<Row, Content: Equatable>(
        _ old: [Row], _ new: [Row], by key: (Row) -> String, content: (Row) -> Content
    ) {
        var known: [String: Content] = [:]
        for row in old { known[key(row)] = content(row) }
        for row in new {
            guard let before = known[key(row)] else {
                added += 1
                continue
            }
            if before == content(row) { unchanged += 1 } else { changed += 1 }
        }
    }

    public static func += (a: inout Self, b: Self) {
        a.added += b.added
        a.changed += b.changed
        a.unchanged += b.unchanged
    }
}

extension ImportedFile {
    /// Hosts, services, leases, names and switch ports.
    public var thingCount: Int {
        hosts.count + services.count + leases.count + names.count + switchPorts.count
    }
}

extension ImportedHost {
    /// Its name, else its first card, else its first address.
    fileprivate var key: String {
        name ?? interfaces.lazy.compactMap(\.mac).first?.description
            ?? interfaces.lazy.flatMap(\.addresses).first?.address.description ?? ""
    }

    /// Nothing changes because a line moved.
    fileprivate var withoutLines: ImportedHost {
        var copy = self
        copy.line = 0
        for place in copy.interfaces.indices {
            copy.interfaces[place].line = 0
            for number in copy.interfaces[place].addresses.indices {
                copy.interfaces[place].addresses[number].line = 0
            }
        }
        return copy
    }
}

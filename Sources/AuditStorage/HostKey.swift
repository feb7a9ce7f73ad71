public import NetworkTypes

/// What a machine is known by in a site, so that it keeps its id from audit to audit.
public struct HostKey: Hashable, Sendable {
    /// A card's address, or an IP address where no card was seen.
    public enum Machine: Hashable, Sendable {
        case mac(MACAddress)
        case address(IPAddress)
    }

    /// The segment that the key holds on; nil: on every link of the site. A link id that counts captures (`0.0`) means
    /// nothing in another audit and must not stand here.
    public let link: String?
    public let machine: Machine

    public init(link: String?, machine: Machine) {
        self.link = link
        self.machine = machine
    }
}

// MARK: As columns
extension HostKey {
    /// The column `link`: empty for every link.
    var linkColumn: String { link ?? "" }

    var kindColumn: String {
        switch machine {
        case .mac: "mac"
        case .address: "address"
        }
    }

    var valueColumn: String {
        switch machine {
        case .mac(let mac): mac.description
        case .address(let address): address.description
        }
    }

    /// Nil where the columns are not what the store writes.
    init?(link: String, kind: String, value: String) {
        switch kind {
        case "mac":
            guard let mac = MACAddress(value) else { return nil }
            machine = .mac(mac)
        case "address":
            guard let address = IPAddress(value) else { return nil }
            machine = .address(address)
        default: return nil
        }
        self.link = link.isEmpty ? nil : link
    }
}

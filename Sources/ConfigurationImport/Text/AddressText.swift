import NetworkTypes
import TrafficObservation

/// An address as programs write it: with a zone, a prefix length, or both.
struct AddressText {
    let address: IPAddress
    /// Nil: none is written.
    let prefixLength: UInt8?

    /// Nil where it is no address, or the length is beyond the family's.
    init?(_ text: some StringProtocol) {
        let sides = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = sides.first, first.utf8.count <= 128 else { return nil }
        // A zone names an interface of the machine that wrote it. RFC 4007 §11.
        let bare = first.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        guard let address = IPAddress(bare) else { return nil }
        self.address = address
        guard sides.count == 2 else {
            prefixLength = nil
            return
        }
        guard let length = Self.length(sides[1], family: address.family) else { return nil }
        prefixLength = length
    }

    /// A prefix length in digits, or an IPv4 mask.
    static func length(_ text: some StringProtocol, family: AddressFamily) -> UInt8? {
        if let number = UInt8(text), number <= (family == .ipv4 ? 32 : 128) { return number }
        guard family == .ipv4, let mask = IPv4Address(text) else { return nil }
        let length = mask.value.leadingZeroBitCount == 0 || mask.value == 0 ? (~mask.value).leadingZeroBitCount : -1
        // A mask with holes is none.
        let isContiguous = length == 32 || length >= 0 && mask.value << UInt32(length) == 0
        return isContiguous ? UInt8(clamping: length) : nil
    }
}

extension IPAddress {
    /// Only programs on the same machine reach it.
    var isLoopback: Bool { ipv4?.isLoopback ?? (ipv6 == .loopback) }

    /// 0.0.0.0 or `::`.
    var isUnspecified: Bool { high == 0 && low == 0 }

    /// An address that a machine can have towards others.
    var isOfMachine: Bool { isHostUnicast && !isLoopback && !isUnspecified }
}

extension [ImportedAddress] {
    /// What the addresses alone say about IPv6: an address beyond the link, a link-local one, or `otherwise`.
    func ipv6Setting(otherwise: ImportedInterface.IPv6Setting) -> ImportedInterface.IPv6Setting {
        let own = filter { $0.address.family == .ipv6 }
        if own.contains(where: { !$0.address.isLinkLocal }) { return .configured }
        return own.isEmpty ? otherwise : .enabled
    }

    /// Once per address: the first statement stays.
    mutating func add(_ address: ImportedAddress) {
        if !contains(where: { $0.address == address.address }) { append(address) }
    }
}

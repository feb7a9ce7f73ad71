import CLdns
import Glibc
import NetworkTypes

/// What libldns reads in one record whose names are absolute.
struct ZoneRecord: Equatable {
    enum Value: Equatable {
        case address(IPAddress)
        /// A PTR's name, lower case, without a dot at the end.
        case name(String)
        /// Read and found right; nothing is taken of it.
        case other
    }

    /// Lower case, without a dot at the end.
    let owner: String
    let value: Value

    /// The types whose data is read; the others are passed over.
    static let readTypes: Set<String> = ["A", "AAAA", "PTR", "CNAME", "DNAME", "NS", "MX", "SRV", "SOA"]

    /// Types without a number of their own: of Windows and of hosted services.
    private static let privateTypes: Set<String> = ["WINS", "WINSR", "WINS-R", "NBSTAT", "ALIAS", "ANAME"]

    static func isType(_ name: String) -> Bool {
        privateTypes.contains(name) || ldns_get_rr_type_by_name(name).rawValue != 0
    }

    /// Nil where the record is not valid.
    init?(owner: String, type: String, data: [String]) {
        var record: UnsafeMutablePointer<ldns_rr>?
        let text = "\(owner) 3600 IN \(type) \(data.joined(separator: " "))"
        guard ldns_rr_new_frm_str(&record, text, 3600, nil, nil) == LDNS_STATUS_OK, let record else { return nil }
        defer { ldns_rr_free(record) }
        guard let owner = Self.name(ldns_rr_owner(record)) else { return nil }
        self.owner = owner
        let first = ldns_rr_rdf(record, 0)
        switch type {
        case "A":
            guard let octets = Self.octets(first, count: 4) else { return nil }
            value = .address(IPAddress(IPv4Address(value: UInt32(truncatingIfNeeded: Self.number(octets)))))
        case "AAAA":
            guard let octets = Self.octets(first, count: 16) else { return nil }
            let address = IPv6Address(high: Self.number(octets.prefix(8)), low: Self.number(octets.suffix(8)))
            value = .address(IPAddress(address))
        case "PTR":
            guard let name = Self.name(first) else { return nil }
            value = .name(name)
        default: value = .other
        }
    }

    private static func number(_ octets: some Sequence<UInt8>) -> UInt64 { octets.reduce(0) { $0 << 8 | UInt64($1) } }

    private static func octets(_ data: UnsafeMutablePointer<ldns_rdf>?, count: Int) -> [UInt8]? {
        guard let data, ldns_rdf_size(data) == count, let bytes = ldns_rdf_data(data) else { return nil }
        return Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }

    private static func name(_ data: UnsafeMutablePointer<ldns_rdf>?) -> String? {
        guard let data, let text = ldns_rdf2str(data) else { return nil }
        defer { free(text) }
        let name = String(cString: text).lowercased()
        return name.hasSuffix(".") ? String(name.dropLast()) : name
    }
}

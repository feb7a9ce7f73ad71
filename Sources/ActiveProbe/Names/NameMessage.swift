import CLdns
import Glibc
import NetworkTypes

/// Questions and answers of DNS as bytes, built and read by libldns. RFC 1035 §4, RFC 6891.
enum NameMessage {
    struct Question: Equatable {
        enum Kind: UInt32, Sendable, CaseIterable {
            case a = 1
            case ns = 2
            case soa = 6
            case ptr = 12
            case mx = 15
            case aaaa = 28
        }

        var name: String
        var kind: Kind
        var identifier: UInt16
        var hasEDNS = true
    }

    struct Answer: Equatable {
        /// NOERROR is 0, NXDOMAIN 3.
        var code: UInt32
        var isTruncated: Bool
        var a: [IPv4Address] = []
        var aaaa: [IPv6Address] = []
        var nameServers: [String] = []
        /// Preference and name, without the null MX.
        var mailServers: [String] = []
        var hasNullMX = false
        var pointers: [String] = []
    }

    /// Records of one answer that are looked at.
    private static let mostRecords = 256
    /// The size that passes everywhere. RFC 9715 §3.
    private static let payloadSize: UInt16 = 1232

    /// Nil: the name is none.
    static func bytes(of question: Question) -> [UInt8]? {
        guard let name = ldns_dname_new_frm_str(question.name) else { return nil }
        // The packet takes the name over.
        guard
            let packet = ldns_pkt_query_new(
                name, ldns_rr_type(rawValue: question.kind.rawValue), LDNS_RR_CLASS_IN, UInt16(LDNS_RD))
        else { return nil }
        defer { ldns_pkt_free(packet) }
        ldns_pkt_set_id(packet, question.identifier)
        if question.hasEDNS { ldns_pkt_set_edns_udp_size(packet, payloadSize) }
        var output: UnsafeMutablePointer<UInt8>?
        var count = 0
        guard ldns_pkt2wire(&output, packet, &count) == LDNS_STATUS_OK, let start = output else { return nil }
        defer { free(start) }
        return Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// Has the identifier and the question of ours: what a stranger would have to guess. RFC 5452 §9.1.
    static func isAnswer(_ bytes: [UInt8], to request: [UInt8]) -> Bool {
        guard bytes.count >= 12, request.count >= 12, bytes[0] == request[0], bytes[1] == request[1],
            bytes[2] & 0x80 != 0
        else { return false }
        // A server that did not understand may leave the question out.
        if bytes[4] == 0, bytes[5] == 0 { return bytes[3] & 15 != 0 }
        var length = 12
        while length < request.count, request[length] != 0 { length += Int(request[length]) + 1 }
        length = min(length + 5, request.count)
        guard bytes.count >= length else { return false }
        return zip(bytes[12..<length], request[12..<length]).allSatisfy { lower($0) == lower($1) }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }

    /// Nil: no DNS message.
    static func answer(_ bytes: [UInt8]) -> Answer? {
        var parsed: UnsafeMutablePointer<ldns_pkt>?
        guard ldns_wire2pkt(&parsed, bytes, bytes.count) == LDNS_STATUS_OK, let packet = parsed else { return nil }
        defer { ldns_pkt_free(packet) }
        var answer = Answer(code: ldns_pkt_get_rcode(packet).rawValue, isTruncated: ldns_pkt_tc(packet) != 0)
        let records = ldns_pkt_answer(packet)
        for index in 0..<min(ldns_rr_list_rr_count(records), mostRecords) {
            guard let record = ldns_rr_list_rr(records, index) else { continue }
            add(record, to: &answer)
        }
        return answer
    }

    private static func add(_ record: UnsafeMutablePointer<ldns_struct_rr>, to answer: inout Answer) {
        guard let kind = Question.Kind(rawValue: ldns_rr_get_type(record).rawValue) else { return }
        let last = ldns_rr_rd_count(record)
        guard last > 0, let data = ldns_rr_rdf(record, last - 1) else { return }
        switch kind {
        case .a:
            if let address = text(data).flatMap({ IPv4Address($0) }) { answer.a.append(address) }
        case .aaaa:
            // An IPv4 address in disguise never counts.
            if let address = text(data).flatMap({ IPv6Address($0) }), address.scope != .ipv4Mapped {
                answer.aaaa.append(address)
            }
        case .ns: if let name = name(data) { answer.nameServers.append(name) }
        case .ptr: if let name = name(data) { answer.pointers.append(name) }
        case .mx:
            guard let name = name(data) else { return }
            if name.isEmpty { answer.hasNullMX = true } else { answer.mailServers.append(name) }
        case .soa: break
        }
    }

    private static func text(_ data: UnsafeMutablePointer<ldns_struct_rdf>) -> String? {
        guard let text = ldns_rdf2str(data) else { return nil }
        defer { free(text) }
        return String(cString: text)
    }

    /// In lower case, without the dot at the end.
    private static func name(_ data: UnsafeMutablePointer<ldns_struct_rdf>) -> String? {
        guard let name = text(data)?.lowercased(), name.utf8.count <= 1024 else { return nil }
        return name.hasSuffix(".") ? String(name.dropLast()) : name
    }

    /// The name under which an address points back. RFC 1035 §3.5, RFC 3596 §2.5.
    static func reverseName(of address: IPAddress) -> String {
        if let v6 = address.ipv6 {
            let nibbles = [v6.low, v6.high].flatMap { word in
                (0..<16).map { String(word >> UInt64($0 * 4) & 15, radix: 16) }
            }
            return nibbles.joined(separator: ".") + ".ip6.arpa"
        }
        return (0..<4).map { String(address.low >> UInt64($0 * 8) & 255) }.joined(separator: ".") + ".in-addr.arpa"
    }
}

import Messages
import NetworkTypes

/// A flow as `nfdump -o json` writes it: packets of one direction, with `-B` of both.
struct NfdumpFlow {
    /// Flags of TCP that some packet of the flow had. RFC 9293 §3.1.
    struct Flags: OptionSet {
        let rawValue: UInt8
        static let fin = Flags(rawValue: 0x01)
        static let syn = Flags(rawValue: 0x02)
        static let reset = Flags(rawValue: 0x04)
        static let acknowledgement = Flags(rawValue: 0x10)

        /// `...AP.SF`, or a number.
        init?(_ text: String) {
            if let number = UInt8(text) {
                self.init(rawValue: number)
                return
            }
            self = []
            for letter in text {
                switch letter {
                case "F": insert(.fin)
                case "S": insert(.syn)
                case "R": insert(.reset)
                case "A": insert(.acknowledgement)
                case ".", "C", "E", "U", "P", "W", "-": break
                default: return nil
                }
            }
        }

        init(rawValue: UInt8) { self.rawValue = rawValue }
    }

    /// One end's side first.
    struct Ends: Hashable {
        let transport: IPProtocol
        let source: IPAddress
        let sourcePort: UInt16
        let destination: IPAddress
        let destinationPort: UInt16

        var reversed: Ends {
            Ends(
                transport: transport, source: destination, sourcePort: destinationPort, destination: source,
                destinationPort: sourcePort)
        }
    }

    let line: UInt32
    let ends: Ends
    /// Nil where the exporter does not tell.
    let flags: Flags?
    /// Of the direction to the source; 0 without `-B`.
    let answerPackets: Int
    let packets: Int
    let first: CaptureTime?
    let last: CaptureTime?

    /// Nil for what is no flow of IP.
    init?(_ node: JSONNode) throws(ImportProblem) {
        func read<Value>(_ fields: [String], _ convert: (String) -> Value?) throws(ImportProblem) -> Value? {
            for field in fields {
                guard let member = node[field], let text = member.text else { continue }
                guard let value = convert(text) else {
                    throw ImportProblem(
                        line: member.line, message: RecordMessage.fieldValue(field: field, value: text))
                }
                return value
            }
            return nil
        }
        guard let source = try read(["src4_addr", "src6_addr"], { IPAddress($0) }),
            let destination = try read(["dst4_addr", "dst6_addr"], { IPAddress($0) }),
            let transport = try read(["proto"], Self.transport)
        else { return nil }
        line = node.line
        ends = Ends(
            transport: transport, source: source, sourcePort: try read(["src_port"], { UInt16($0) }) ?? 0,
            destination: destination, destinationPort: try read(["dst_port"], { UInt16($0) }) ?? 0)
        flags = try read(["tcp_flags"], { Flags($0) })
        packets = try read(["in_packets"], { Int($0) }) ?? 1
        answerPackets = try read(["out_packets"], { Int($0) }) ?? 0
        first = try read(["first", "t_first"], Self.time)
        last = try read(["last", "t_last"], Self.time)
    }

    /// The number, or the name that other forms of output have.
    private static func transport(_ text: String) -> IPProtocol? {
        if let number = UInt8(text) { return IPProtocol(rawValue: number) }
        switch text.uppercased() {
        case "TCP": return .tcp
        case "UDP": return .udp
        case "ICMP": return .icmp
        case "ICMP6", "ICMPV6", "IPV6-ICMP": return .icmpv6
        case "SCTP": return .sctp
        default: return nil
        }
    }

    /// nfdump writes the time on the clock of the machine it runs on, without a zone.
    private static func time(_ text: String) -> CaptureTime? {
        RecordTime.calendar(text, offsetMinutes: RecordTime.localOffset) ?? RecordTime.epoch(text)
    }
}

import Foundation

/// A frame of a capture file, read without the product's own decoder: what is to be judged is not the judge.
struct Frame {
    /// Seconds since 1970.
    let time: Double
    let bytes: [UInt8]

    /// Every frame of a pcap file in this machine's byte order, with microseconds.
    static func all(of file: Data) -> [Frame] {
        let bytes = [UInt8](file)
        var frames: [Frame] = []
        var offset = 24
        func number(_ at: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) } }
        while offset + 16 <= bytes.count {
            let length = number(offset + 8)
            guard offset + 16 + length <= bytes.count else { break }
            let time = Double(number(offset)) + Double(number(offset + 4)) / 1e6
            frames.append(Frame(time: time, bytes: Array(bytes[offset + 16..<offset + 16 + length])))
            offset += 16 + length
        }
        return frames
    }

    private var type: Int { bytes.count < 14 ? 0 : Int(bytes[12]) << 8 | Int(bytes[13]) }
    private func part(_ offset: Int, _ length: Int) -> [UInt8] {
        offset + length <= bytes.count ? Array(bytes[offset..<offset + length]) : []
    }

    /// Whom the frame is for, or asks for: the target of ARP and of a neighbour solicitation, else the packet's
    /// destination.
    var destination: [UInt8] {
        switch type {
        case 0x0806: part(38, 4)
        case 0x0800: part(30, 4)
        case 0x86dd: part(20, 1) == [58] && part(54, 1) == [135] ? part(62, 16) : part(38, 16)
        default: []
        }
    }

    private var transport: (number: UInt8, offset: Int)? {
        switch type {
        case 0x0800 where bytes.count > 34: (bytes[23], 14 + Int(bytes[14] & 15) * 4)
        case 0x86dd where bytes.count > 54: (bytes[20], 54)
        default: nil
        }
    }

    /// The destination port of TCP and UDP.
    var port: Int? {
        guard let transport, transport.number == 6 || transport.number == 17 else { return nil }
        let port = part(transport.offset + 2, 2)
        return port.count == 2 ? Int(port[0]) << 8 | Int(port[1]) : nil
    }

    /// The first packet of a connection.
    var isConnecting: Bool {
        guard let transport, transport.number == 6 else { return false }
        return part(transport.offset + 13, 1).first.map { $0 & 0x12 == 0x02 } ?? false
    }

    /// Tells a try apart from the kernel's repetition of the same packet.
    var sourcePort: Int? {
        guard let transport else { return nil }
        let port = part(transport.offset, 2)
        return port.count == 2 ? Int(port[0]) << 8 | Int(port[1]) : nil
    }

    /// The name that a DNS query over UDP asks for, in lower case.
    var question: String? {
        guard let transport, transport.number == 17, port == 53 else { return nil }
        var labels: [String] = []
        var offset = transport.offset + 8 + 12
        while offset < bytes.count, bytes[offset] > 0, bytes[offset] < 64 {
            labels.append(String(decoding: part(offset + 1, Int(bytes[offset])), as: UTF8.self))
            offset += 1 + Int(bytes[offset])
        }
        return labels.joined(separator: ".").lowercased()
    }
}

extension [Frame] {
    /// The most frames within any second.
    var highestRate: Int {
        var first = 0
        var most = 0
        for last in indices {
            while self[last].time - self[first].time >= 1 { first += 1 }
            most = Swift.max(most, last - first + 1)
        }
        return most
    }
}

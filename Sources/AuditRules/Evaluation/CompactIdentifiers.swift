import NetworkTypes

/// The id of a subject: that of a host as a number, any other as its text.
enum CompactIdentifier: Sendable {
    /// `h-` and the number in 16 lower-case hexadecimal digits.
    case host(UInt64)
    case text(String)

    init(_ text: String) {
        self = Self.number(text).map { .host($0) } ?? .text(text)
    }

    private static func number(_ text: String) -> UInt64? {
        let octets = text.utf8
        guard octets.count == 18, octets.starts(with: [0x68, 0x2d]) else { return nil }
        var value: UInt64 = 0
        for octet in octets.dropFirst(2) {
            switch octet {
            case 0x30...0x39: value = value << 4 | UInt64(octet - 0x30)
            case 0x61...0x66: value = value << 4 | UInt64(octet - 0x57)
            default: return nil
            }
        }
        return value
    }

    static func text(of number: UInt64) -> String {
        String(unsafeUninitializedCapacity: 18) { buffer in
            buffer[0] = 0x68
            buffer[1] = 0x2d
            for place in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * place)) & 15
                buffer[place + 2] = digit < 10 ? 0x30 + digit : 0x57 + digit
            }
            return 18
        }
    }
}

/// Ids of subjects, eight bytes each where they are those of hosts.
struct CompactIdentifiers: Sendable {
    private var numbers: [UInt64] = []
    /// Those that are no number, by their place.
    private var texts: [Int: String] = [:]

    mutating func reserve(_ count: Int) { numbers.reserveCapacity(count) }

    mutating func append(_ id: CompactIdentifier) {
        switch id {
        case .host(let number): numbers.append(number)
        case .text(let text):
            texts[numbers.count] = text
            numbers.append(0)
        }
    }

    subscript(place: Int) -> String {
        (texts.isEmpty ? nil : texts[place]) ?? CompactIdentifier.text(of: numbers[place])
    }

    /// Whether the text of one stands before that of another.
    func precedes(_ a: Int, _ b: Int) -> Bool {
        // The order of the numbers is the order of their texts.
        texts.isEmpty ? numbers[a] < numbers[b] : self[a] < self[b]
    }

    func isOrdered(_ a: Int, _ b: Int) -> Bool { !precedes(b, a) }

    func reordered(_ order: [Int]) -> CompactIdentifiers {
        var result = CompactIdentifiers()
        result.reserve(order.count)
        for place in order { result.append(texts[place].map { .text($0) } ?? .host(numbers[place])) }
        return result
    }
}

/// Reads domain names off the wire into text. RFC 1035 §3.1 and §4.1.4.
///
/// The text is in lower case (ASCII only, RFC 4343 §3), has no dot at its end, and is empty for the root. Octets outside
/// 0x20…0x7e, the dot and the backslash inside a label are written `\DDD` (RFC 4343 §2.1); a label that is valid UTF-8
/// keeps its letters beyond ASCII (RFC 6762 §16), except control and format characters.
enum DomainName {
    private enum Limit {
        static let jumps = 128
        /// With length octets and the root. RFC 1035 §2.3.4.
        static let octets = 255
        static let labels = 127
        static let labelOctets = 63
    }

    struct Reading {
        let name: String
        /// The first byte behind the name, where it stands.
        let end: Int
    }

    /// A name of a message that begins at `messageStart`; nil for one that breaks a limit or leaves the message.
    static func read(_ bytes: borrowing RawSpan, at start: Int, messageStart: Int, end: Int) -> Reading? {
        var buffer = NameBuffer()
        guard let end = read(bytes, at: start, messageStart: messageStart, end: end, into: &buffer) else { return nil }
        return Reading(name: buffer.string, end: end)
    }

    /// Reads a name into a buffer; the first byte behind the name where it stands, nil as above.
    ///
    /// A pointer must lead to a place before the labels that led to it, so the walk ends. RFC 1035 §4.1.4.
    static func read(
        _ bytes: borrowing RawSpan, at start: Int, messageStart: Int, end: Int, into buffer: inout NameBuffer
    ) -> Int? {
        buffer.removeAll()
        var offset = start
        var sequenceStart = start
        var endInPlace: Int?
        var octets = 1
        var labels = 0
        var jumps = 0
        while true {
            guard offset < end else { return nil }
            let length = Int(bytes.field(at: offset, as: UInt8.self))
            if length == 0 { return endInPlace ?? offset + 1 }
            if length & 0xc0 == 0xc0 {
                let target = messageStart + Int(bytes.field(at: offset, as: UInt16.self) & 0x3fff)
                guard offset + 2 <= end, jumps < Limit.jumps, target < sequenceStart else { return nil }
                if endInPlace == nil { endInPlace = offset + 2 }
                jumps += 1
                offset = target
                sequenceStart = target
                continue
            }
            octets += length + 1
            labels += 1
            guard length <= Limit.labelOctets, octets <= Limit.octets, labels <= Limit.labels,
                offset + 1 + length <= end
            else { return nil }
            if labels > 1 { buffer.append(0x2e) }
            appendLabel(bytes, at: offset + 1, count: length, to: &buffer)
            offset += length + 1
        }
    }

    /// The first byte behind a name that nobody reads; nil where it leaves the message. What a pointer leads to is not
    /// looked at.
    static func skip(_ bytes: borrowing RawSpan, at start: Int, end: Int) -> Int? {
        var offset = start
        for _ in 0...Limit.labels {
            guard offset < end else { return nil }
            let length = Int(bytes.field(at: offset, as: UInt8.self))
            if length == 0 { return offset + 1 }
            if length & 0xc0 == 0xc0 { return offset + 2 <= end ? offset + 2 : nil }
            guard length <= Limit.labelOctets else { return nil }
            offset += length + 1
        }
        return nil
    }

    /// A name in an option of DHCP: no pointers, and without the root when the host does not know its domain.
    /// RFC 4702 §3.3, RFC 4704 §4.2.
    static func readPartial(_ octets: ArraySlice<UInt8>) -> String? {
        guard octets.count <= Limit.octets else { return nil }
        var text: [UInt8] = []
        var rest = octets
        while let length = rest.popFirst(), length > 0 {
            guard length <= Limit.labelOctets, length <= rest.count else { return nil }
            if !text.isEmpty { text.append(0x2e) }
            appendText(rest.prefix(Int(length))) { text.append($0) }
            rest = rest.dropFirst(Int(length))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// A label of a message. Plain letters, the ordinary case, are written as they come.
    private static func appendLabel(
        _ bytes: borrowing RawSpan, at start: Int, count: Int, to buffer: inout NameBuffer
    ) {
        for index in start..<start + count {
            let octet = bytes.field(at: index, as: UInt8.self)
            if octet >= 0x80 {
                // Beyond ASCII the whole label decides.
                buffer.removeLast(index - start)
                return appendText(bytes.octets(at: start, count: count)[...]) { buffer.append($0) }
            }
            guard isPlain(octet) else {
                buffer.removeLast(index - start)
                for octet in bytes.octets(at: start, count: count) { appendOctet(octet) { buffer.append($0) } }
                return
            }
            buffer.append((0x41...0x5a).contains(octet) ? octet | 0x20 : octet)
        }
    }

    private static func appendText(_ label: ArraySlice<UInt8>, _ append: (UInt8) -> Void) {
        guard label.contains(where: { $0 >= 0x80 }), let decoded = String(validating: label, as: UTF8.self) else {
            for octet in label { appendOctet(octet, append) }
            return
        }
        for scalar in decoded.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                for octet in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { appendEscape(octet, append) }
            default:
                if scalar.isASCII {
                    appendOctet(UInt8(truncatingIfNeeded: scalar.value), append)
                } else {
                    for octet in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(octet) }
                }
            }
        }
    }

    /// A graphic character or a space that stands for itself, but for its case.
    @inline(__always)
    private static func isPlain(_ octet: UInt8) -> Bool {
        octet >= 0x20 && octet <= 0x7e && octet != 0x2e && octet != 0x5c
    }

    private static func appendOctet(_ octet: UInt8, _ append: (UInt8) -> Void) {
        guard isPlain(octet) else { return appendEscape(octet, append) }
        append((0x41...0x5a).contains(octet) ? octet | 0x20 : octet)
    }

    private static func appendEscape(_ octet: UInt8, _ append: (UInt8) -> Void) {
        append(0x5c)
        append(0x30 + octet / 100)
        append(0x30 + octet / 10 % 10)
        append(0x30 + octet % 10)
    }
}

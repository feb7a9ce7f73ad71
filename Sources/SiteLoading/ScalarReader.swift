import Messages
import NetworkTypes
import SiteModel

/// Texts of one file to values; what cannot be read is reported at its place and gives nil.
struct ScalarReader {
    let file: String
    let problems: ProblemCollector

    func report(_ message: SiteMessage, line: Int, column: Int) {
        problems.add(message, file: file, line: line, column: column)
    }

    func report<Value>(_ message: SiteMessage, at place: Located<Value>) {
        report(message, line: place.line, column: place.column)
    }

    private func wrong(_ key: String, _ text: Located<String>, _ form: SiteMessage.Form) {
        report(.wrongForm(key: key, value: text.value, expected: form), at: text)
    }

    private func value<Value>(
        _ key: String, _ text: Located<String>, _ form: SiteMessage.Form, _ read: (String) -> Value?
    ) -> Value? {
        let value = read(text.value)
        if value == nil { wrong(key, text, form) }
        return value
    }

    func date(_ key: String, _ text: Located<String>) -> CalendarDate? {
        value(key, text, .date) { CalendarDate($0) }
    }

    func duration(_ key: String, _ text: Located<String>) -> Duration? {
        value(key, text, .duration) { DurationText.parse($0) }
    }

    func boolean(_ key: String, _ text: Located<String>) -> Bool? {
        value(key, text, .boolean) { text in
            switch text.lowercased() {
            case "true", "yes": true
            case "false", "no": false
            default: nil
            }
        }
    }

    func wholeNumber(_ key: String, _ text: Located<String>, in range: ClosedRange<Int>) -> Int? {
        value(key, text, .wholeNumber(range.lowerBound, range.upperBound)) { text in
            guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
                return nil
            }
            return range.contains(number) ? number : nil
        }
    }

    func enumeration<Value: RawRepresentable<String> & CaseIterable>(
        _ key: String, _ text: Located<String>, as type: Value.Type = Value.self
    ) -> Value? {
        if let value = Value(rawValue: text.value) { return value }
        let allowed = Value.allCases.map(\.rawValue)
        let nearest = problems.suggestion(for: text.value, among: allowed)
        report(.unknownValue(key: key, value: text.value, allowed: allowed, suggestion: nearest), at: text)
        return nil
    }

    func address(_ key: String, _ text: Located<String>, family: AddressFamily? = nil) -> IPAddress? {
        let form: SiteMessage.Form =
            switch family {
            case .ipv4: .ipv4Address
            case .ipv6: .ipv6Address
            case nil: .address
            }
        return value(key, text, form) { text in
            guard let address = IPAddress(text), family == nil || address.family == family else { return nil }
            return address
        }
    }

    func mac(_ key: String, _ text: Located<String>) -> MACAddress? {
        value(key, text, .mac) { MACAddress($0) }
    }

    /// Reads `ADDRESS/LENGTH`, and where `hostsToo` a bare address; bits behind the length are an error.
    func prefix(_ key: String, _ text: Located<String>, hostsToo: Bool = false) -> IPPrefix? {
        if hostsToo, let address = IPAddress(text.value) { return IPPrefix(address, length: 128) }
        guard let prefix = IPPrefix(text.value), let slash = text.value.firstIndex(of: "/") else {
            wrong(key, text, .prefix)
            return nil
        }
        guard IPAddress(text.value[..<slash]) == prefix.address else {
            report(.hostBits(value: text.value, prefix: prefix.description), at: text)
            return nil
        }
        return prefix
    }

    func pinKey(_ key: String, _ text: Located<String>) -> Pin.Key? {
        value(key, text, .macOrAddress) { text in
            MACAddress(text).map { .mac($0) } ?? IPAddress(text).map { .address($0) }
        }
    }

    func resolver(_ key: String, _ text: Located<String>) -> ProbeScope.Resolver? {
        value(key, text, .resolver) { $0 == "system" ? .system : IPAddress($0).map { .address($0) } }
    }

    func port(_ key: String, _ text: Located<String>) -> ConfiguredHost.Port? {
        value(key, text, .port) { text in
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, let transport = ConfiguredHost.Port.Transport(rawValue: parts[0].lowercased()),
                parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt16(parts[1]), number > 0
            else { return nil }
            return ConfiguredHost.Port(transport, number)
        }
    }

    /// `±HH:MM` or `Z`, in minutes.
    func utcOffset(_ key: String, _ text: Located<String>) -> Int? {
        value(key, text, .utcOffset) { text in
            if text == "Z" { return 0 }
            let bytes = Array(text.utf8)
            guard bytes.count == 6, bytes[0] == 0x2b || bytes[0] == 0x2d, bytes[3] == 0x3a else { return nil }
            let digits = [bytes[1], bytes[2], bytes[4], bytes[5]]
            guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            let numbers = digits.map { Int($0 - 0x30) }
            let (hours, minutes) = (numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3])
            guard hours <= 14, minutes < 60 else { return nil }
            return (bytes[0] == 0x2d ? -1 : 1) * (hours * 60 + minutes)
        }
    }
}

// MARK: - Names

extension ScalarReader {
    /// The most characters of an id.
    private static let longestIdentifier = 128

    /// A word that file names, list cells and item ids can hold.
    func identifier(_ key: String, _ text: Located<String>) -> Located<String>? {
        let valid =
            (1...Self.longestIdentifier).contains(text.value.count)
            && text.value.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && !"/@,;".unicodeScalars.contains($0)
                    && $0.properties.generalCategory != .control
            } && text.value.printable == text.value
        if !valid { wrong(key, text, .identifier) }
        return valid ? text : nil
    }

    /// An agency or segment that has to be declared somewhere in the site.
    func reference(_ key: String, _ text: Located<String>, to kind: ProblemCollector.Reference) -> String? {
        guard identifier(key, text) != nil else { return nil }
        problems.refer(to: kind, text, file: file)
        return text.value
    }

    /// Lower case, without the final dot. RFC 1035 §2.3.4: 253 bytes, labels of 63.
    func domainName(_ key: String, _ text: Located<String>) -> String? {
        value(key, text, .domainName) { text in
            var name = text.lowercased()
            if name.hasSuffix(".") { name.removeLast() }
            let labels = name.split(separator: ".", omittingEmptySubsequences: false)
            guard name.utf8.count <= 253, IPAddress(name) == nil,
                labels.last?.contains(where: { !$0.isNumber }) == true,
                labels.allSatisfy({ label in
                    (1...63).contains(label.utf8.count)
                        && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
                })
            else { return nil }
            return name
        }
    }

    /// Reports an end before the beginning, at the end's place.
    func checked(_ validity: Validity, line: Int, column: Int) -> Validity {
        if validity.isReversed, let from = validity.from, let to = validity.to {
            report(.endBeforeStart(start: from.description, end: to.description), line: line, column: column)
        }
        return validity
    }
}

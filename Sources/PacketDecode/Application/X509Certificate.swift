/// What of a certificate tells machines apart: the public key, and whether it is made for many. RFC 5280 §4.1.
///
/// Names, numbers and dates are stepped over.
public struct X509Certificate: Sendable, Hashable {
    /// SubjectPublicKeyInfo with its tag and length, over which fingerprints of keys are made. RFC 7469 §2.4.
    public let publicKey: ByteRange
    /// A DNS name or a common name of the subject has a wildcard: any number of machines may have the key.
    /// RFC 6125 §6.4.3.
    public let hasWildcard: Bool

    private enum Tag {
        static let set: UInt8 = 0x31
        /// [0] version, [1] and [2] unique identifiers, [3] extensions. RFC 5280 §4.1.
        static let version: UInt8 = 0xa0
        static let extensions: UInt8 = 0xa3
        /// [2] dNSName of GeneralName. RFC 5280 §4.2.1.6.
        static let dnsName: UInt8 = 0x82
    }

    private enum Limit {
        static let extensions = 64
        static let names = 512
    }

    /// 2.5.29.17 and 2.5.4.3 in BER. RFC 5280 §4.2.1.6, appendix A.1.
    private static let subjectAlternativeName: [UInt8] = [0x55, 0x1d, 0x11]
    private static let commonName: [UInt8] = [0x55, 0x04, 0x03]

    /// Nil for bytes that are no certificate, are cut, or break a limit.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        var outside = BERReader(ByteRange(range.lower, min(range.upper, bytes.byteCount)))
        guard let certificate = outside.next(bytes, tag: BERReader.Tag.sequence), !outside.isIncomplete else {
            return nil
        }
        var parts = BERReader(certificate.value)
        guard let signed = parts.next(bytes, tag: BERReader.Tag.sequence), !parts.isIncomplete else { return nil }
        var fields = BERReader(signed.value)
        var first = fields.next(bytes)
        if first?.tag == Tag.version { first = fields.next(bytes) }
        // Serial number; then signature, issuer, validity.
        guard first?.tag == BERReader.Tag.integer, fields.next(bytes, tag: BERReader.Tag.sequence) != nil,
            fields.next(bytes, tag: BERReader.Tag.sequence) != nil,
            fields.next(bytes, tag: BERReader.Tag.sequence) != nil,
            let subject = fields.next(bytes, tag: BERReader.Tag.sequence),
            let key = fields.next(bytes, tag: BERReader.Tag.sequence), !fields.isIncomplete,
            var hasWildcard = Self.subjectHasWildcard(bytes, subject.value)
        else { return nil }
        publicKey = ByteRange(subject.value.upper, key.value.upper)
        while let field = fields.next(bytes) {
            guard field.tag == Tag.extensions else { continue }
            guard let found = Self.extensionsHaveWildcard(bytes, field.value) else { return nil }
            hasWildcard = hasWildcard || found
        }
        guard !fields.isIncomplete else { return nil }
        self.hasWildcard = hasWildcard
    }

    /// A sequence of sets of sequences of a type and a value; nil where it does not fit. RFC 5280 §4.1.2.4.
    private static func subjectHasWildcard(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Bool? {
        var found = false
        var names = BERReader(range)
        var count = 0
        while let set = names.next(bytes, tag: Tag.set) {
            var attributes = BERReader(set.value)
            while let attribute = attributes.next(bytes, tag: BERReader.Tag.sequence) {
                count += 1
                guard count <= Limit.names else { return nil }
                var pair = BERReader(attribute.value)
                guard let type = pair.next(bytes, tag: BERReader.Tag.objectIdentifier), let value = pair.next(bytes),
                    !pair.isIncomplete
                else { return nil }
                if equals(bytes, type.value, commonName), hasAsterisk(bytes, value.value) { found = true }
            }
            guard !attributes.isIncomplete else { return nil }
        }
        return names.isIncomplete ? nil : found
    }

    /// A sequence of sequences of a type, whether it is critical, and an octet string; nil where it does not fit.
    /// RFC 5280 §4.2.
    private static func extensionsHaveWildcard(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Bool? {
        var around = BERReader(range)
        guard let list = around.next(bytes, tag: BERReader.Tag.sequence), !around.isIncomplete else { return nil }
        var found = false
        var extensions = BERReader(list.value)
        for _ in 0..<Limit.extensions {
            guard let one = extensions.next(bytes, tag: BERReader.Tag.sequence) else {
                return extensions.isIncomplete ? nil : found
            }
            var parts = BERReader(one.value)
            guard let type = parts.next(bytes, tag: BERReader.Tag.objectIdentifier) else { return nil }
            guard equals(bytes, type.value, subjectAlternativeName) else { continue }
            var value = parts.next(bytes)
            if value?.tag == BERReader.Tag.boolean { value = parts.next(bytes) }
            guard let value, value.tag == BERReader.Tag.octetString, !parts.isIncomplete,
                let hasWildcard = namesHaveWildcard(bytes, value.value)
            else { return nil }
            found = found || hasWildcard
        }
        return nil
    }

    /// A sequence of names of several kinds; nil where it does not fit. RFC 5280 §4.2.1.6.
    private static func namesHaveWildcard(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Bool? {
        var around = BERReader(range)
        guard let list = around.next(bytes, tag: BERReader.Tag.sequence), !around.isIncomplete else { return nil }
        var found = false
        var names = BERReader(list.value)
        for _ in 0..<Limit.names {
            guard let name = names.next(bytes) else { return names.isIncomplete ? nil : found }
            if name.tag == Tag.dnsName, hasAsterisk(bytes, name.value) { found = true }
        }
        return nil
    }

    private static func equals(_ bytes: borrowing RawSpan, _ range: ByteRange, _ other: [UInt8]) -> Bool {
        guard range.count == other.count else { return false }
        for index in other.indices where bytes.field(at: range.lower + index, as: UInt8.self) != other[index] {
            return false
        }
        return true
    }

    /// In any of the character sets of names.
    private static func hasAsterisk(_ bytes: borrowing RawSpan, _ range: ByteRange) -> Bool {
        for offset in range.lower..<range.upper where bytes.field(at: offset, as: UInt8.self) == 0x2a { return true }
        return false
    }
}

/// The head of an HTTP/1 request: the host that is asked for and nothing else. RFC 9112 §3, RFC 9110 §7.2.
public struct HTTPRequestHead: Sendable {
    /// Upper case, one of those that are known here.
    public let method: String
    /// Of the Host field, lower case, without port and brackets; nil where there is none, or it is no host name.
    public private(set) var host: String?
    /// Of the Host field; nil for the scheme's own.
    public private(set) var port: UInt16?
    /// The request is for a proxy, so `host` is not a name of the machine that gets it. RFC 9112 §3.2.2 and §3.2.3.
    public let isToProxy: Bool
    /// The head was cut, or is longer than is read: the host may be missing.
    public private(set) var isIncomplete = false

    enum Limit {
        static let head = 8192
        static let line = 8192
        static let fields = 128
        static let host = 300
    }

    /// Methods of HTTP and WebDAV, with the SSDP ones. RFC 9110 §9, RFC 4918 §9.
    private static let methods: [StaticString] = [
        "GET ", "HEAD ", "POST ", "PUT ", "DELETE ", "CONNECT ", "OPTIONS ", "TRACE ", "PATCH ", "PROPFIND ",
        "PROPPATCH ", "MKCOL ", "COPY ", "MOVE ", "LOCK ", "UNLOCK ", "REPORT ", "SEARCH ", "M-SEARCH ", "NOTIFY ",
        "SUBSCRIBE ", "UNSUBSCRIBE ", "BITS_POST ", "CCM_POST ", "RPC_IN_DATA ", "RPC_OUT_DATA ",
    ]

    /// Nil where the range does not begin with a request line, its version included, as far as that is there.
    public init?(_ bytes: borrowing RawSpan, _ range: ByteRange) {
        let start = range.lower
        let end = min(range.upper, bytes.byteCount)
        var found: StaticString?
        for method in Self.methods where method.utf8CodeUnitCount <= end - start && bytes.hasPrefix(method, at: start) {
            found = method
        }
        guard let found else { return nil }
        method = String(found.description.dropLast())
        let target = start + found.utf8CodeUnitCount
        let first: UInt8 = bytes.field(at: target)
        isToProxy =
            target < end
            && (method == "CONNECT" || bytes.hasPrefix("http://", at: target, isLowerCase: true)
                || bytes.hasPrefix("https://", at: target, isLowerCase: true))
        guard isToProxy || target >= end || first == 0x2f || first == 0x2a else { return nil }  // "/" or "*"

        var lines = TextLines(bytes, range, limit: Limit.head, longestLine: Limit.line)
        guard let requestLine = lines.next(bytes) else {
            isIncomplete = true
            return
        }
        guard requestLine.upper - 8 > target, bytes.hasPrefix("HTTP/1.", at: requestLine.upper - 8) else { return nil }
        for _ in 0..<Limit.fields {
            guard let line = lines.next(bytes) else { break }
            guard !line.isEmpty else { return }
            guard host == nil, let value = bytes.headerValue(line, "host"), value.count <= Limit.host else { continue }
            readHost(bytes.octets(at: value.lower, count: value.count))
        }
        isIncomplete = true
    }

    /// `uri-host [ ":" port ]`. RFC 9110 §7.2, RFC 3986 §3.2.2.
    private mutating func readHost(_ octets: [UInt8]) {
        var name = octets[...]
        var rest: ArraySlice<UInt8> = []
        if name.first == 0x5b, let close = name.firstIndex(of: 0x5d) {
            rest = name[(close + 1)...]
            name = name[1..<close]
        } else if let colon = name.lastIndex(of: 0x3a) {
            rest = name[colon...]
            name = name[..<colon]
            guard !name.contains(0x3a) else { return }
        }
        if rest.first == 0x3a { port = UInt16(String(decoding: rest.dropFirst(), as: UTF8.self)) }
        host = String(hostName: name)
    }
}

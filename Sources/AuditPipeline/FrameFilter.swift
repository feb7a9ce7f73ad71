import LiveCapture
import NetworkTypes

/// A filter expression for the frames of files, compiled once for each link type that comes. pcap-filter(7).
struct FrameFilter {
    private let expression: String
    private var compiled: [LinkType: CaptureFilter] = [:]

    init(_ expression: String) { self.expression = expression }

    mutating func matches(
        _ bytes: borrowing RawSpan, originalLength: UInt32, linkType: LinkType
    ) throws(CaptureFilterError) -> Bool {
        if let known = compiled[linkType] { return known.matches(bytes, originalLength: originalLength) }
        let filter = try CaptureFilter(expression, linkType: linkType)
        compiled[linkType] = filter
        return filter.matches(bytes, originalLength: originalLength)
    }
}

import HostCorrelation
import NetworkTypes
import SiteModel
import TrafficObservation

extension CaptureDocument {
    /// In the order in which the files were read: their indices stand in all evidence.
    static func all(
        _ set: ObservationSet, table: HostTable, site: Site?, siteFolder: String
    ) -> [CaptureDocument] {
        var segments = [Set<String>](repeating: [], count: set.captures.count)
        for link in table.links {
            guard let segment = link.segment else { continue }
            for observed in link.observed where set.links.indices.contains(observed) {
                let capture = Int(set.links[observed].key.capture)
                if segments.indices.contains(capture) { segments[capture].insert(segment) }
            }
        }
        var interfaces = [Set<Int>](repeating: [], count: set.captures.count)
        for link in set.links where interfaces.indices.contains(Int(link.key.capture)) {
            interfaces[Int(link.key.capture)].insert(Int(link.key.interface))
        }
        return set.capturesOfPackets.enumerated().map { index, capture in
            let vantages = Set(
                interfaces[index].compactMap { interface in
                    site?.captureAssignment(path: capture.path, interface: interface, siteFolder: siteFolder)?.vantage
                })
            return CaptureDocument(
                path: capture.path, sha256: capture.sha256, format: capture.format, linkTypes: capture.linkTypes,
                packets: capture.packets, bytes: capture.bytes, firstSeen: capture.firstSeen.map { "\($0)" },
                lastSeen: capture.lastSeen.map { "\($0)" }, complete: capture.isComplete, anomalies: capture.anomalies,
                segment: segments[index].count == 1 ? segments[index].first : nil, segments: segments[index].sorted(),
                vantage: vantages.count == 1 ? vantages.first?.rawValue : nil)
        }
    }
}

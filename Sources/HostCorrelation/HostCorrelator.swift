public import SiteModel
public import TrafficObservation

/// Joins what was seen of a machine into hosts.
///
/// A pure function: the same set and site give the same table, in the same order.
public enum HostCorrelator {
    /// - Parameters:
    ///   - segment: The segment of all links, named on the command line; nil: found by the site.
    ///   - siteFolder: Capture paths below it match the site's relative patterns.
    public static func correlate(
        _ set: ObservationSet, site: Site? = nil, segment: String? = nil, siteFolder: String = ""
    ) -> HostTable {
        let index = site.map { SiteIndex($0) }
        let resolved = LinkResolver(set: set, index: index, segment: segment, siteFolder: siteFolder).resolve()
        var graph = BindingGraph(set, linkOfObserved: resolved.linkOfObserved)
        graph.markRouters()
        var segments: [Int32: Segment] = [:]
        for (number, link) in resolved.links.enumerated() {
            if let found = link.segment.flatMap({ index?.segment($0) }) { segments[Int32(number)] = found }
        }
        ProxyFilter.apply(to: &graph, segments: segments)
        graph.markSharedMACs()
        var grouping = HostGrouping(graph)
        let pins = grouping.apply(site?.pins ?? [], to: &graph)
        let traffic = SourceTraffic(graph, grouping)
        let built = HostBuilder(graph: graph, grouping: grouping, links: resolved.links, traffic: traffic, pins: pins)
            .build()
        var hosts = built
        var unmerged = traffic.unmerged
        if let index {
            let listed = ListedHosts(index: index, links: resolved.links, linkOfObserved: resolved.linkOfObserved)
                .find(among: &unmerged, known: graph)
            if !listed.isEmpty { hosts = (hosts + listed).sorted { $0.id < $1.id } }
        }
        return HostTable(
            hosts: hosts, links: resolved.links, linkOfObserved: resolved.linkOfObserved,
            unmerged: unmerged.map(\.address).merged(),
            anomalies: resolved.ambiguous > 0 ? ["link.ambiguous-segment": resolved.ambiguous] : [:])
    }
}

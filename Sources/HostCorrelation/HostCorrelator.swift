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
        graph.dropRefutedAddresses()
        graph.markSharedMACs()

        var grouping = HostGrouping(graph)
        let pins = PinnedHosts(site?.pins ?? [], graph)
        pins.separate(&grouping, &graph)
        var keys = KeyCollector(graph, grouping, index: index)
        keys.collect()
        graph = keys.graph
        grouping.grow(to: graph.nodes.count)
        let separated = pins.separated(grouping, graph)
        var merger = HostMerger(
            graph, grouping, keys.groups, keys.directory, index: index, separated: separated.apart,
            stated: pins.stated(graph))
        merger.run()
        var joined = merger.grouping
        let stated = pins.join(&joined, graph) { merger.contradiction($0, $1) }

        var known: Set<Int32> = []
        if let index { known = Set(graph.standIns.filter { !index.hosts(at: $0.value).isEmpty }.map(\.key)) }
        if set.packetCaptures != nil {
            // What a file or a probe shows at an address of the office is a machine of it.
            for (row, binding) in set.bindings.enumerated() where binding.evidence.isDeclared {
                let node = graph.owner[row]
                if node >= 0, HostMerger.isInside(node, graph, index) { known.insert(node) }
            }
        }
        let traffic = SourceTraffic(graph, joined, listed: known)
        let merges = HostMerges(merger, joined, graph, pins: separated.applied + stated)
        let storage = HostBuilder(
            graph: graph, grouping: joined, links: resolved.links, traffic: traffic, merges: merges
        ).build()
        return HostTable(
            hosts: storage.hosts.indices.map { HostRecord(storage, Int32($0)) }, links: resolved.links,
            linkOfObserved: resolved.linkOfObserved,
            unmerged: traffic.unmerged.merged(),
            anomalies: resolved.ambiguous > 0 ? ["link.ambiguous-segment": resolved.ambiguous] : [:],
            storage: storage)
    }
}

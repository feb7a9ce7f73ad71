/// Machines by what the picture counts apart.
struct HostStateCounts {
    private(set) var counts: [ChartCategory: Int] = [:]
    private(set) var total = 0

    init(_ hosts: some Sequence<HostDocument>) {
        for host in hosts {
            counts[ChartCategory(state: host.state, isProvisional: host.provisional), default: 0] += 1
            total += 1
        }
    }

    subscript(category: ChartCategory) -> Int { counts[category] ?? 0 }

    /// Those with a final state: the whole of every share.
    var determined: Int { total - self[.undetermined] }
}

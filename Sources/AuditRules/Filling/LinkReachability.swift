import HostClassification

/// How far connections of a link's hosts got, of the hosts whose IPv6 got nowhere at least once.
struct LinkReachability {
    private var failedIPv6 = 0
    private var succeededIPv6 = 0
    /// Of the names whose IPv6 failed.
    private var failedIPv4 = 0
    private var succeededIPv4 = 0

    /// By the number of the link; one pass over all hosts.
    static func all(_ context: FactContext) -> [Int: LinkReachability] {
        var result: [Int: LinkReachability] = [:]
        for profile in context.profiles where profile.failedIPv6Destinations > 0 {
            context.forEachLink(of: profile.host) { result[$0, default: LinkReachability()].add(profile) }
        }
        return result
    }

    private mutating func add(_ profile: HostProfile) {
        failedIPv6 += profile.failedIPv6Destinations
        succeededIPv6 += profile.succeededIPv6Destinations
        failedIPv4 += profile.failedIPv4Destinations
        succeededIPv4 += profile.succeededIPv4Destinations
    }

    func fill(_ row: inout FactRow) {
        let count = failedIPv6 + succeededIPv6
        guard count > 0 else { return }
        row.set(.segmentIPv6Destinations, count: count)
        row.set(.segmentIPv6SuccessShare, part: succeededIPv6, of: count)
        row.set(.segmentIPv4SuccessShare, part: succeededIPv4, of: failedIPv4 + succeededIPv4)
    }
}

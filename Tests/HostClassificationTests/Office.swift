import HostCorrelation
import Messages
import NetworkTypes
import SiteModel
import Testing
import TrafficObservation

@testable import HostClassification

/// The machines and questions that the tests share.
enum Office {
    static let card = "00:50:56:9a:40:10"
    static let other = "00:50:56:9a:40:20"
    static let router = "00:0d:b9:4a:10:01"

    static func profiles(_ set: ObservationSet, _ site: Site? = nil) -> [HostProfile] {
        HostClassifier.classify(HostCorrelator.correlate(set, site: site), set, site: site)
    }

    /// The profile of a card.
    static func profile(_ set: ObservationSet, _ site: Site? = nil, of mac: String = card) throws -> HostProfile {
        try #require(profiles(set, site).first { $0.host.macs.map(\.description).contains(mac) })
    }

    static func site(
        minutes: Int64 = 5, workingDay: Bool = false, segments: [Segment] = [], captures: [CaptureAssignment] = [],
        systems: [InformationSystem] = [], devices: [ConfiguredHost] = []
    ) -> Site {
        Site(
            id: "s", name: LocalizedText(vi: "s", en: "s"),
            policy: SitePolicy(
                minimumObservation: .seconds(minutes * 60), workingDay: workingDay,
                ipv6OnlyObservation: .seconds(minutes * 60)), segments: segments, captures: captures, systems: systems,
            devices: devices)
    }

    static func segment(_ id: String, _ prefixes: String...) -> Segment {
        Segment(
            id: id, name: LocalizedText(vi: id, en: id), kind: .officeLAN,
            prefixes: prefixes.compactMap { IPPrefix($0) })
    }

    /// A link with one card that has an IPv4 address, and one watched for `seconds`.
    static func link(watchedFor seconds: Int64 = 600, isTalking: Bool = true) throws -> SetBuilder {
        var builder = SetBuilder()
        builder.link()
        try builder.mac(card)
        try builder.bind("192.0.2.10", to: card, by: .arpRequest)
        if isTalking { try talk(&builder) }
        _ = builder.proof(0, at: seconds)
        return builder
    }

    /// A conversation over IPv4, without which no state of IPv4 alone is final.
    static func talk(_ builder: inout SetBuilder) throws {
        try builder.flow("192.0.2.10", card, to: "192.0.2.80", router)
    }

    /// The same with IPv6 of another host heard on it.
    static func visibleLink(watchedFor seconds: Int64 = 600, isTalking: Bool = true) throws -> SetBuilder {
        var builder = try link(watchedFor: seconds, isTalking: isTalking)
        let heard = try #require(MACAddress(other))
        let proof = builder.proof(0)
        builder.change(link: 0) {
            $0.multicastIPv6Senders = [heard]
            $0.firstMulticastIPv6 = proof
        }
        return builder
    }
}

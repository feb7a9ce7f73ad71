import NetworkTypes
import PacketDecode
import TrafficObservation

extension RouterRow {
    /// Prefixes advertised with the L flag.
    var onLinkPrefixes: [IPPrefix] { prefixes.values.filter(\.isOnLink).map(\.prefix) }
    /// Prefixes that hosts form addresses from, with the A flag.
    var autonomousPrefixes: [IPPrefix] { prefixes.values.filter(\.isAutonomous).map(\.prefix) }
}

public import NetworkTypes
public import TrafficObservation

/// An address seen only through a router, or on a capture without a link layer.
public struct UnmergedAddress: Sendable {
    public let address: IPAddress
    /// The MAC it was seen behind, nil without a link layer.
    public let behind: MACAddress?
    public let capture: Int
    public let traffic: TrafficCount

    public init(address: IPAddress, behind: MACAddress?, capture: Int, traffic: TrafficCount) {
        self.address = address
        self.behind = behind
        self.capture = capture
        self.traffic = traffic
    }
}

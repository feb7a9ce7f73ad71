extension DeviceConfigurationMessage {
    var english: String {
        switch self {
        case .otherSystem(let named, let recognised):
            "This is not a configuration of the kind \(named.printable) but of \(recognised.printable). "
                + "Use: v6audit import \(recognised.printable) FILE."
        case .noNeighbours: "No line gives an address together with a MAC address. Is this an ARP or neighbour table?"
        case .noSwitchPorts: "No line gives a MAC address together with a port. Is this the MAC table of a switch?"
        }
    }
}

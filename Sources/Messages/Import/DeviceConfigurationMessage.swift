/// What is wrong with a configuration or a table of a network device.
public enum DeviceConfigurationMessage: LocalizedMessage, Hashable {
    /// Both are kinds of the command line.
    case otherSystem(named: String, recognised: String)
    /// No line has an address with its MAC address.
    case noNeighbours
    /// No line has a MAC address with its port.
    case noSwitchPorts

    public func text(in language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}

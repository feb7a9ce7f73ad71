package import NetworkTypes

extension RouterAdvertisement.Prefix {
    /// As a file of observations gives it.
    package init(
        storedPrefix prefix: IPPrefix, isOnLink: Bool, isAutonomous: Bool, prefersDelegation: Bool,
        validSeconds: UInt32, preferredSeconds: UInt32
    ) {
        self.init(
            prefix: prefix, isOnLink: isOnLink, isAutonomous: isAutonomous, prefersDelegation: prefersDelegation,
            validSeconds: validSeconds, preferredSeconds: preferredSeconds)
    }
}

extension RouterAdvertisement.Route {
    package init(storedPrefix prefix: IPPrefix, preference: Int8, lifetimeSeconds: UInt32) {
        self.init(prefix: prefix, preference: preference, lifetimeSeconds: lifetimeSeconds)
    }
}

import HostCorrelation
import NetworkTypes
import TrafficObservation

/// What the bound addresses of a host amount to.
struct AddressFacts {
    var hasIPv4 = false
    var hasIPv4LinkLocal = false
    /// Nothing but DHCP answers names its IPv4 addresses.
    var isIPv4LeaseOnly = true
    /// 192.0.0.0/29: the IPv4 side of a CLAT, no IPv4. RFC 7335.
    var hasCLAT = false
    /// An address beyond fe80::/10.
    var hasConfiguredIPv6 = false
    /// Only probes name the configured addresses.
    var isIPv6Tentative = false
    var hasLinkLocalIPv6 = false
    var hasTunnelAddress = false

    /// - Parameter refuted: Addresses whose probe another machine answered.
    init(_ host: HostRecord, refuted: Set<IPAddress>, isIPv6OnlyGranted: Bool) {
        var hasConfirmed = false
        host.forEachBinding { view in
            if let address = view.address.ipv4 {
                if !view.isOnly(.dhcpAcknowledgement) { isIPv4LeaseOnly = false }
                if address.isServiceContinuity {
                    hasCLAT = true
                } else if address.isLinkLocal {
                    hasIPv4 = true
                    hasIPv4LinkLocal = true
                } else if !isIPv6OnlyGranted || !view.isOnly(.dhcpAcknowledgement) {
                    // A client that may do without IPv4 does not use what the answer still carries. RFC 8925 §3.2.
                    hasIPv4 = true
                }
                return
            }
            guard let address = view.address.ipv6 else { return }
            if address.isTunnelAddress { hasTunnelAddress = true }
            if !refuted.isEmpty, view.isTentative, refuted.contains(view.address) { return }
            if address.isLinkLocal, !address.isISATAP { hasLinkLocalIPv6 = true }
            guard address.isConfiguredUnicast else { return }
            hasConfiguredIPv6 = true
            if !hasConfirmed, !view.isTentative { hasConfirmed = true }
        }
        isIPv6Tentative = hasConfiguredIPv6 && !hasConfirmed
    }
}

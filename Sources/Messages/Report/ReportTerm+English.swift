extension ReportTerm {
    var english: String {
        switch self {
        case .hostState(let code): Self.hostStates[code] ?? code.printable
        case .hostStateMeaning(let code): Self.hostStateMeanings[code] ?? code.printable
        case .segmentState(let code): Self.segmentStates[code] ?? code.printable
        case .segmentStateMeaning(let code): Self.segmentStateMeanings[code] ?? code.printable
        case .serviceState(let code): Self.serviceStates[code] ?? code.printable
        case .serviceStateMeaning(let code): Self.serviceStateMeanings[code] ?? code.printable
        case .phase(let code): Self.phases[code] ?? code.printable
        case .severity(let code): Self.severities[code] ?? code.printable
        case .verdict(let code): Self.verdicts[code] ?? code.printable
        case .status(let code): Self.statuses[code] ?? code.printable
        case .provisionalReason(let code): Self.provisionalReasons[code] ?? code.printable
        case .flag(let code): Self.flags[code] ?? code.printable
        case .role, .system, .claimEvidence: claimWord(.english) ?? ""
        case .mergeKey(let code): Self.mergeKeys[code] ?? code.printable
        case .rejection(let code): Self.rejections[code] ?? code.printable
        case .claim(let code): Self.claims[code] ?? code.printable
        case .agencyLevel(let code): Self.agencyLevels[code] ?? code.printable
        case .segmentKind(let code): Self.segmentKinds[code] ?? code.printable
        case .planTarget(let code): Self.planTargets[code] ?? code.printable
        }
    }

    private static let hostStates = [
        "unknown": "Not enough evidence", "ipv4-seen": "IPv4 seen, IPv6 not observable", "ipv4-only": "IPv4 only",
        "ipv4-latent-ipv6": "IPv4 with latent IPv6", "dual-configured": "IPv6 configured, unused",
        "dual-operational": "Dual-stack, working", "dual-broken": "Dual-stack, broken", "ipv6-mostly": "IPv6-mostly",
        "ipv6-only": "IPv6 only", "link-local-only": "Link-local IPv6 only",
    ]
    private static let hostStateMeanings = [
        "unknown": "No IP address of the machine was seen, so nothing can be said.",
        "ipv4-seen":
            "The machine was seen only through a router, over IPv4. From this capture point nobody can tell whether it has IPv6.",
        "ipv4-only":
            "The machine uses IPv4 only, where IPv6 would have been seen. Without IPv4 it loses its connection.",
        "ipv4-latent-ipv6":
            "The machine uses IPv4; IPv6 is switched on in its system, but with a link-local address (fe80::) only, which never leaves the LAN. The programme counts it as IPv4 only.",
        "dual-configured":
            "The machine has IPv4 and an IPv6 address valid beyond the link, but no complete IPv6 connection was seen. Configured is not yet used.",
        "dual-operational":
            "The machine had complete connections over both IPv4 and IPv6. Only this state counts as dual-stack in the figures.",
        "dual-broken":
            "The machine has IPv6 and tried it, but most attempts failed while IPv4 to the same destinations worked. Users mostly notice slowness.",
        "ipv6-mostly":
            "The machine runs on IPv6 and gave up IPv4 of its own accord (DHCPv4 option 108, or CLAT), while the network still serves IPv4 to others.",
        "ipv6-only": "The machine used IPv6 and no IPv4 during the whole observation.",
        "link-local-only":
            "The machine has only a link-local IPv6 address (fe80::) and no IPv4: it cannot talk beyond the LAN.",
    ]
    private static let segmentStates = [
        "unknown": "Not determined", "no-ipv6": "No IPv6", "latent": "Latent IPv6", "ra-only": "Addresses, no route",
        "dual": "Dual-stack", "dual-unsafe": "Dual-stack, unsafe", "ipv6-mostly": "IPv6-mostly",
        "ipv6-only": "IPv6 only",
    ]
    private static let segmentStateMeanings = [
        "unknown": "No capture shows this segment, or not enough of it.",
        "no-ipv6": "No IPv6 was seen, although it could have been.",
        "latent": "Machines switch on link-local IPv6 by themselves, but no router hands out a prefix.",
        "ra-only": "A router hands out an IPv6 prefix but does not offer itself as default router.",
        "dual": "A router offers IPv6 with a default route; IPv4 is still in use.",
        "dual-unsafe": "As dual-stack, but a security finding of the highest severity is open.",
        "ipv6-mostly": "The network lets machines give up IPv4 (option 108) and keeps it for those that need it.",
        "ipv6-only": "The network no longer hands out IPv4.",
    ]
    private static let serviceStates = [
        "unknown": "Not determined", "ipv4-only": "IPv4 only", "ipv6-latent": "IPv6 there, not published",
        "dual-broken": "Dual-stack, broken", "dual-degraded": "Dual-stack, incomplete",
        "dual-ok": "Dual-stack, working",
        "ipv6-only-ok": "IPv6 only, working",
        "intentionally-none": "No address, on purpose", "not-tested": "Not tested",
        "unreachable-both": "Out of reach over both",
    ]
    private static let serviceStateMeanings = [
        "unknown": "Too little traffic was seen, or nothing was measured; neither pass nor fail.",
        "ipv4-only": "Answers over IPv4 only.", "ipv6-latent": "Answers over IPv6, but its name has no AAAA record.",
        "dual-broken": "IPv6 is published, but no IPv6 address works.",
        "dual-degraded": "IPv6 works in part: a port or an address is missing, or the content differs.",
        "dual-ok": "All IPv4 and IPv6 addresses work alike.", "ipv6-only-ok": "Works over IPv6, has no IPv4.",
        "intentionally-none": "The name exists and has no address of either family.",
        "not-tested": "Nobody tried what would tell; neither pass nor fail.",
        "unreachable-both":
            "Nothing answers over any family: it is down or out of reach, which says nothing about IPv6.",
    ]
    private static let phases = [
        "G0": "Prepare, inventory, plan", "G1": "Connectivity and security foundation",
        "G2": "Public services (DNS, portal, mail)", "G3": "Internal network, TSLCD, applications",
        "G4": "IPv6-mostly or IPv6-only pilot", "G5": "IPv6 only, IPv4 off",
    ]
    private static let severities = [
        "blocker": "Blocker", "high": "High", "medium": "Medium", "low": "Low", "info": "Information",
    ]
    private static let verdicts = [
        "pass": "Pass", "fail": "Fail", "warn": "Warning", "unknown": "Not determined",
        "not-applicable": "Not applicable", "needs-answer": "Needs an answer",
    ]
    private static let statuses = [
        "open": "Open", "in-progress": "In progress", "done": "Done", "waived": "Waived", "reopened": "Reopened",
    ]
    private static let provisionalReasons = [
        "window-too-short": "observed for less than the policy's minimum",
        "routed-vantage": "captured behind a router, not on the machine's own link",
        "ipv6-not-visible": "nothing shows that IPv6 could have been seen at the capture point",
        "virtual-router": "a virtual router, not a machine",
        "no-conversation": "no IPv4 conversation was seen",
        "one-direction": "only one direction of its traffic was seen",
        "held-from-audit": "a higher state of an earlier audit still counts",
        "not-captured": "no packet of it was captured: only files or active checks speak of it",
    ]
    private static let flags = [
        "router": "router", "eui64": "EUI-64 address (reveals the MAC)", "temporary-addresses": "temporary addresses",
        "random-mac": "random or virtual MAC", "virtual-mac": "virtual router's MAC",
        "shared-mac": "several machines behind one MAC", "tunnelled": "IPv6 tunnel", "inside-tunnel": "inside a tunnel",
        "ipv4-link-local": "self-assigned IPv4 (169.254)", "address-conflict": "address conflict",
        "clat": "uses CLAT (464XLAT)",
    ]
    private static let mergeKeys = [
        "P": "a responsible person's statement", "A1": "the site's list or the machine's own configuration",
        "A2": "a router's neighbour tables", "A3": "management addresses in LLDP or CDP",
        "A4": "one session of RADIUS accounting (802.1X)",
        "A5": "the same MAC on the same link at the same time", "A6": "the same DUID in DHCPv4 and DHCPv6",
        "A7": "the MAC noted by a DHCPv6 relay", "A8": "one mDNS answer with A and AAAA",
        "A9": "packets that came in at one card and left by the other",
        "A10": "the cards of the machine that captured", "B1": "the same SSH key",
        "B2": "the same SNMP engine id", "B3": "an EUI-64 address that embeds this MAC",
        "B4": "the same computer name in NTLM", "B5": "the same full name in DHCP", "B6": "A, AAAA and PTR agree",
        "B7": "the MAC in the DUID",
        "B8": "A and AAAA of one name, without pointers", "C1": "the same TLS key",
        "C2": "the same host name on the link",
        "C3": "both families tried towards one name", "C4": "alike numbering",
    ]
    private static let rejections = [
        "virtual-router-mac": "a virtual router's MAC, shared by machines",
        "shared-mac": "several machines stand behind this MAC",
        "random-mac-across-captures": "a random MAC does not join across captures",
        "router-mac": "a router's MAC, which carries the traffic of many machines",
        "proxy-answer": "another machine answers in its place (proxy ARP or proxy ND)",
        "pin": "a responsible person says they are different machines",
        "shared-identity": "the same value is shown by machines that cannot be one",
        "traffic-between": "the two exchange packets with each other",
        "address-claimed-by-both": "both claim one address at the same time",
        "different-snmp-engines": "their SNMP engine ids differ",
        "different-ssh-host-keys": "their SSH host keys differ",
        "listed-apart": "the site's list has them as two machines",
    ]
    private static let claims = [
        "binding.arp-request": "the machine names its IPv4 address in an ARP request",
        "binding.arp-reply": "the machine answers ARP for the IPv4 address",
        "binding.arp-announcement": "the machine announces its IPv4 address by ARP",
        "binding.dhcp-ack": "a DHCP server assigned the IPv4 address",
        "binding.dhcp-client": "the machine names its IPv4 address in DHCP",
        "binding.ndp-ns": "the machine solicits neighbours from the IPv6 address (NS)",
        "binding.ndp-rs": "the machine solicits routers from the IPv6 address (RS)",
        "binding.ndp-na": "the machine confirms the IPv6 address (NA)",
        "binding.ndp-ra": "the router advertises from this IPv6 address (RA)",
        "binding.ndp-dad": "the machine probes whether the IPv6 address is free (DAD)",
        "binding.ndp-redirect": "the router sends a Redirect",
        "binding.mld": "the machine reports an IPv6 multicast group (MLD)",
        "binding.configuration": "the machine's own configuration gives the address",
        "binding.neighbour-table": "a router or switch lists the address with this MAC",
        "binding.lease-file": "a DHCP server's file lists the address as leased",
        "binding.record": "another tool recorded the address",
        "binding.probe-answer": "the address answered an active check",
        "binding.dhcpv6-reply": "a DHCPv6 server assigned the IPv6 address",
        "binding.dhcpv6-client": "the machine names its IPv6 address in DHCPv6",
        "binding.link-local-source": "a packet from a link-local source address",
        "binding.link-scope-destination": "a packet to an address that is valid on the link only",
        "flow.tcp.ipv4": "a complete TCP connection over IPv4", "flow.tcp.ipv6": "a complete TCP connection over IPv6",
        "flow.udp.ipv4": "a UDP exchange in both directions over IPv4",
        "flow.udp.ipv6": "a UDP exchange in both directions over IPv6",
        "flow.tcp.ipv4.failed": "a TCP connection over IPv4 without an answer",
        "flow.tcp.ipv6.failed": "a TCP connection over IPv6 without an answer",
        "visibility.ipv6": "IPv6 could be seen at this capture point",
        "source.routed": "a source address seen through a router", "mac.source": "the first frame of this MAC",
        "dhcp.ipv6-only-requested": "the machine offers to give up IPv4 (DHCPv4 option 108)",
        "dhcp.ipv6-only-granted": "the DHCP server lets it give up IPv4 (option 108)",
    ]
    private static let agencyLevels = [
        "central": "Central", "province": "Province", "district": "District (former)", "commune": "Commune",
        "none": "Other",
    ]
    private static let segmentKinds = [
        "office-lan": "Office LAN", "server": "Servers", "wifi": "Wi-Fi", "tslcd": "TSLCD",
        "internet-uplink": "Internet uplink", "camera": "Cameras", "voip": "IP telephony", "management": "Management",
    ]
    private static let planTargets = [
        "dual-stack": "dual-stack", "ipv6-mostly": "IPv6-mostly", "ipv6-only": "IPv6 only",
    ]
}

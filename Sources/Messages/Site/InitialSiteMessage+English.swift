extension InitialSiteMessage {
    var english: String {
        switch self {
        case .title: "The site of v6audit: what you know about your agencies and networks."
        case .offset: "Offset from UTC for working days and due dates."
        case .policy: "How long machines must be watched; these are the defaults."
        case .agency:
            "level: central, province, district, commune, none; kind: committee, department, centre, party, supplier."
        case .segment: "kind: office-lan, server, wifi, tslcd, internet-uplink, camera, voip, management."
        case .prefixes: "The IPv4 and IPv6 prefixes of this network; put IPv6 prefixes in quotation marks."
        case .next: "More keys: domains, successions, captures, addressPlan, tunnels, scope, authorisations, pins."
        }
    }
}

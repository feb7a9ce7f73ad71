import Messages

/// One object of NetBox: an IP address, a device or virtual machine, or an interface with a MAC.
struct NetBoxRecord {
    enum Field: CaseIterable {
        case address, status, role, tenant, vrf, device, interface, dnsName, note
        case name, deviceType, maker, serial, site, location, platform, mac, primary4, primary6
    }

    var values: [Field: String] = [:]
    /// 1-based.
    let line: UInt32
    /// Of the address, in characters; 0: not known, as in JSON.
    var column: UInt32 = 0

    subscript(field: Field) -> String? { values[field] }

    /// Nil: of no kind that matters here.
    enum Kind { case address, interface, machine }

    var kind: Kind? {
        if values[.mac] != nil, values[.device] != nil, values[.address] == nil { return .interface }
        let isMachine = [Field.deviceType, .maker, .serial, .site, .platform, .primary4, .primary6].contains {
            values[$0] != nil
        }
        if values[.name] != nil, isMachine || values[.address] != nil || values[.status] != nil { return .machine }
        return values[.address] != nil ? .address : nil
    }
}

extension NetBoxRecord {
    /// Headers of the import form and of exported tables, folded.
    static func field(named header: String) -> Field? { byName[header.folded] }

    private static let byName: [String: Field] = [
        "address": .address, "ip address": .address, "status": .status, "role": .role, "device role": .role,
        "tenant": .tenant, "vrf": .vrf, "device": .device, "virtual machine": .device, "parent": .device,
        "interface": .interface, "dns name": .dnsName, "description": .note, "name": .name,
        "device type": .deviceType, "type": .deviceType, "manufacturer": .maker, "serial": .serial,
        "serial number": .serial, "site": .site, "location": .location, "platform": .platform, "mac address": .mac,
        "primary mac address": .mac, "primary ip": .primary4, "primary ip4": .primary4, "primary ipv4": .primary4,
        "ipv4 address": .primary4, "primary ip6": .primary6, "primary ipv6": .primary6, "ipv6 address": .primary6,
    ]
}

extension NetBoxRecord {
    /// An object of the API; a nested one stands for what it is called.
    init?(_ json: LinedJSON) {
        guard case .object(let line, _) = json else { return nil }
        self.line = line
        func set(_ field: Field, _ value: LinedJSON?, _ keys: String...) {
            guard values[field] == nil else { return }
            values[field] = value?.label(keys)
        }
        let assigned = json["assigned_object"]
        set(.address, json["address"], "address")
        set(.status, json["status"], "value")
        set(.role, json["role"] ?? json["device_role"], "value", "name")
        set(.tenant, json["tenant"], "name")
        set(.vrf, json["vrf"], "name")
        set(.device, assigned?["device"] ?? assigned?["virtual_machine"], "name")
        set(.device, json["device"], "name")
        set(.device, json["virtual_machine"], "name")
        set(.interface, assigned, "name")
        set(.interface, json["interface"], "name")
        set(.dnsName, json["dns_name"])
        set(.note, json["description"])
        set(.name, json["name"])
        set(.maker, json["device_type"]?["manufacturer"], "name")
        set(.deviceType, json["device_type"], "model", "display")
        set(.serial, json["serial"])
        set(.site, json["site"], "name")
        set(.location, json["location"], "name")
        set(.platform, json["platform"], "name")
        set(.mac, json["mac_address"], "mac_address")
        set(.mac, json["primary_mac_address"], "mac_address")
        set(.primary4, json["primary_ip4"], "address")
        set(.primary6, json["primary_ip6"], "address")
        set(.primary4, json["primary_ip"], "address")
        if kind == .interface { values[.interface] = values[.name] }
    }
}

extension LinedJSON {
    /// The text, or what one of the keys of an object says; nil where that is empty.
    fileprivate func label(_ keys: [String]) -> String? {
        switch self {
        case .text(let text): return text.isEmpty ? nil : text.tidied
        case .number(let number): return number
        case .object:
            for key in keys { if let text = self[key]?.label([]) { return text } }
            return nil
        default: return nil
        }
    }
}

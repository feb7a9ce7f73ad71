extension ZeekRow.Log {
    /// The log that a row belongs to, by what it says, else by its fields.
    ///
    /// - Parameter isNamed: the log has a name that is none of those that are read.
    static func of(_ row: ZeekRow) -> (log: ZeekRow.Log?, name: String?) {
        switch row.form {
        case .columns(let header, _):
            if let path = header.path { return (ZeekRow.Log(rawValue: path), path) }
            return (guess(count: header.columns.count) { header.columns[$0] != nil }, nil)
        case .json(let node):
            if let path = node["_path"]?.string { return (ZeekRow.Log(rawValue: path), path) }
            let count = node.members.count { !$0.key.hasPrefix("_") && !$0.key.hasPrefix("@") }
            return (guess(count: count) { node[$0] != nil }, nil)
        }
    }

    private static func guess(count: Int, _ has: (String) -> Bool) -> ZeekRow.Log? {
        if has("conn_state") { return .conn }
        if has("msg_types") || has("assigned_addr") || has("assigned_ip") { return .dhcp }
        if has("trans_id"), has("proto") { return .dns }
        if has("host"), has("port_num") { return .knownServices }
        return has("host") && has("ts") && count == 2 ? .knownHosts : nil
    }
}

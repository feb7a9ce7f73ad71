extension RecordSamples {
    /// Columns are written here with spaces; the log has tabs.
    private static func table(_ path: String, fields: String, _ rows: [String]) -> String {
        func tabs(_ text: String) -> String { text.split(separator: " ").joined(separator: "\t") }
        let head = [
            "#separator \\x09", "#set_separator\t,", "#empty_field\t(empty)", "#unset_field\t-", "#path\t\(path)",
            "#open\t2026-11-24-08-00-00", "#fields\t\(tabs(fields))",
            "#types\t" + fields.split(separator: " ").map { _ in "string" }.joined(separator: "\t"),
        ]
        return (head + rows.map(tabs) + ["#close\t2026-11-24-09-00-00", ""]).joined(separator: "\n")
    }

    /// Lines of the rows: 9…19.
    static let conn = table(
        "conn",
        fields: "ts uid id.orig_h id.orig_p id.resp_h id.resp_p proto service duration orig_bytes resp_bytes conn_state"
            + " local_orig local_resp missed_bytes history orig_pkts orig_ip_bytes resp_pkts resp_ip_bytes tunnel_parents",
        [
            // An own client and an own server.
            "1764000001.305988 C1 10.20.30.60 51234 10.20.40.20 443 tcp ssl 0.2 500 4000 SF - - 0 ShADadFf 8 900 9 4500 -",
            // A server outside.
            "1764000002.000001 C2 10.20.30.60 51235 203.0.113.80 443 tcp ssl 0.2 500 4000 SF T F 0 ShADadFf 8 900 9 4500 -",
            // A scan: nobody there; refused; refused by reset with a later time.
            "1764000003.5 C3 10.20.30.60 40000 10.20.30.77 22 tcp - - - - S0 T T 0 S 1 60 0 0 (empty)",
            "1764000004.5 C4 10.20.30.60 40001 10.20.30.78 22 tcp - 0.001 0 0 REJ T T 0 Sr 1 60 1 40 -",
            // IPv6: global, known as own by local_resp; its neighbour in the same /64 only by that.
            "1764000005.5 C5 2001:db8:30:1::60 51236 2001:db8:40::53 53 udp dns 0.01 40 90 SF - T 0 Dd 1 88 1 138 -",
            "1764000006.5 C6 2001:db8:40::99 40002 2001:db8:ffff::1 443 tcp - 3.0 10 20 RSTR - F 0 ShADadr 4 300 4 300 -",
            // To groups, from nobody.
            "1764000007.5 C7 fe80::1 5353 ff02::fb 5353 udp dns - - - S0 - - 0 D 1 100 0 0 -",
            "1764000008.5 C8 0.0.0.0 68 255.255.255.255 67 udp dhcp - - - S0 - - 0 D 1 328 0 0 -",
            // Two programs that speak from ports of the moment.
            "1764000009.5 C9 10.20.30.60 55001 10.20.30.61 55002 udp - 1.0 10 20 SF T T 0 Dd 2 80 2 90 -",
            // A neighbour solicitation of a global address: on the link.
            "1764000010.5 Ca 2001:db8:30:1::60 135 ff02::1:ff00:1 136 icmp - - - - OTH - - 0 - 1 72 0 0 -",
            // From outside, answered, aborted by the server.
            "1763999999.5 Cb 198.51.100.7 33000 10.20.40.20 25 tcp smtp 1.0 30 40 RSTR F T 0 ShAadDr 5 300 5 400 -",
        ])

    static let dns = table(
        "dns",
        fields:
            "ts uid id.orig_h id.orig_p id.resp_h id.resp_p proto trans_id query qtype_name rcode_name answers TTLs",
        [
            "1764000001.0 D1 10.0.0.5 5000 10.0.0.1 53 udp 1 DVC.xa.example.vn A NOERROR web.xa.example.vn,203.0.113.20 60,60",
            "1764000001.1 D1 10.0.0.5 5000 10.0.0.1 53 udp 2 dvc.xa.example.vn AAAA NOERROR web.xa.example.vn,2001:db8:30::20 60,60",
            "1764000001.2 D2 10.0.0.5 5001 10.0.0.1 53 udp 3 mail.xa.example.vn A NOERROR 203.0.113.25 60",
            "1764000001.3 D2 10.0.0.5 5001 10.0.0.1 53 udp 4 mail.xa.example.vn AAAA NOERROR - -",
            "1764000001.4 D3 10.0.0.5 5002 10.0.0.1 53 udp 5 old.example.vn AAAA NOERROR 64:ff9b::cb00:7119 60",
            "1764000001.5 D3 10.0.0.5 5002 10.0.0.1 53 udp 6 xa.example.vn TXT NOERROR TXT\\x209\\x20v=spf1\\x2c1.2.3.4 60",
            "1764000001.6 D4 10.0.0.5 5003 10.0.0.1 53 udp 7 blocked.example A NOERROR 0.0.0.0 60",
            "1764000001.7 D5 10.0.0.5 5004 10.0.0.1 53 udp 8 25.113.0.203.in-addr.arpa PTR NOERROR Mail.xa.example.vn 60",
        ])

    static let dhcp = table(
        "dhcp",
        fields: "ts uids client_addr server_addr mac host_name client_fqdn domain requested_addr assigned_addr"
            + " lease_time client_message server_message msg_types duration",
        [
            "1764000000.0 (empty) - 10.0.0.1 00:11:22:33:44:01 pc-01 - - - 10.0.0.51 3600.000000 - - DISCOVER,OFFER,REQUEST,ACK 0.1",
            "1764000001.0 (empty) - 10.0.0.1 00:11:22:33:44:02 pc-02 - - - 10.0.0.52 3600.000000 - - DISCOVER,OFFER 0.1",
            "1764000002.0 (empty) 10.0.0.53 10.0.0.1 00:11:22:33:44:03 - pc-03.xa.vn - - 10.0.0.53 60.0 - - REQUEST,ACK 0.1",
            "1764000003.0 (empty) - 10.0.0.1 00:11:22:33:44:04 - - - - 10.0.0.54 3600.0 - - REQUEST,ACK 0.1",
            "1764000004.0 (empty) 10.0.0.54 10.0.0.1 00:11:22:33:44:04 - - - - - - - - RELEASE 0.1",
            "1764000100.0 (empty) - 10.0.0.1 00:11:22:33:44:05 pc-05 - - - 10.0.0.51 3600.0 - - REQUEST,ACK 0.1",
        ])

    static let knownHosts = table(
        "known_hosts", fields: "ts host", ["1764000000.0 203.0.113.9", "1764000000.0 2001:db8:77::9"])

    static let files = table(
        "files", fields: "ts fuid tx_hosts rx_hosts source", ["1764000000.0 F1 10.0.0.1 10.0.0.2 HTTP"])

    static let connJSON = """
        {"ts":1764000001.305988,"uid":"C1","id.orig_h":"10.20.30.60","id.orig_p":51234,"id.resp_h":"10.20.40.20",\
        "id.resp_p":443,"proto":"tcp","service":"ssl","conn_state":"SF","history":"ShADadFf","orig_pkts":8,"resp_pkts":9}
        {"ts":"2025-11-24T16:00:02.000001Z","uid":"C2","id_orig_h":"10.20.30.61","id_orig_p":1,"id_resp_h":"10.20.30.62",\
        "id_resp_p":22,"proto":"tcp","conn_state":"S0","history":"S","orig_pkts":1,"resp_pkts":0}
        {"ts":1764000003500.0,"uid":"C3","id":{"orig_h":"2001:db8:30::60","orig_p":2,"resp_h":"2001:db8:30::53","resp_p":53},\
        "proto":"udp","conn_state":"SF","local_orig":true,"local_resp":true,"orig_pkts":1,"resp_pkts":1}

        """

    static let dnsJSON = """
        {"ts":1764000001.0,"uid":"D1","id.orig_h":"10.0.0.5","id.resp_h":"10.0.0.1","proto":"udp","trans_id":1,\
        "query":"dvc.xa.example.vn","qtype":1,"qtype_name":"A","answers":["203.0.113.20"],"TTLs":[60.0]}
        {"_path":"dhcp","ts":1764000001.5,"mac":"00:11:22:33:44:01","host_name":"pc-01","assigned_addr":"10.0.0.51",\
        "lease_time":3600.0,"msg_types":["REQUEST","ACK"]}
        {"ts":1764000002.0,"host":"203.0.113.9"}

        """

    static let zeek = [conn, dns, dhcp, knownHosts, connJSON, dnsJSON]
}

import ConfigurationImport
import TestSupport

/// Files as the tools write them, of made-up offices.
enum RecordSamples {
    static let office = """
        ; xa.example.vn, by hand
        $ORIGIN xa.example.vn.
        $TTL 86400
        @   IN  SOA ns1.xa.example.vn. quantri.xa.example.vn. (
                    2026112401 ; serial
                    3600 900   ; refresh, retry (RFC 1912)
                    1209600
                    300 )
            IN  NS  ns1
            IN  NS  ns2.xa.example.vn.
        ns1 IN  A   203.0.113.2
            IN  AAAA 2001:db8:30::2
        NS2     A   203.0.113.3
        @   IN  A   203.0.113.10
            IN  A   203.0.113.11
            IN  AAAA 2001:0DB8:0030:0:0::10
            IN  MX  10 mail.tinh.example.vn.
            IN  TXT "v=spf1 ip4:203.0.113.0/24 ip6:2001:db8:30::/48 -all"
        www     CNAME @
        motcua 300 IN A 203.0.113.20
        _sip._tcp SRV 0 5 5060 motcua
        _dmarc  TXT ( "v=DMARC1; "
                      "p=none" )
        dvc IN A 203.0.113.21
        dvc IN A 203.0.113.21
        dvc IN AAAA 2001:db8:30::21 ; twice the same is once
        $ORIGIN noibo.xa.example.vn.
        $GENERATE 1-3 pc-$ A 10.1.0.$

        """

    static let windows = """
        ;
        ;  Database file so.example.vn.dns for so.example.vn zone.
        ;      Zone version:  118
        ;

        @                       IN  SOA dc1.so.example.vn. hostmaster.so.example.vn. (
                                \t\t118          ; serial number
                                \t\t900          ; refresh
                                \t\t600          ; retry
                                \t\t86400        ; expire
                                \t\t3600       ) ; default TTL
        @                       NS\tdc1.so.example.vn.
        @                       0\tWINS\tL2 C900 ( 10.9.0.2 )
        dc1                     A\t10.9.0.2
        pc-07                   [AGE:3719824] 1200\tA\t10.9.0.57
        _ldap._tcp              600\tSRV\t0 100 389\tdc1.so.example.vn.

        """

    static let generated = """
        $ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.3.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
        $GENERATE 0-15 ${0,15,n} PTR h-${0,2,x}.xa.example.vn.

        """

    /// Texts of other kinds that mention the same things.
    static let others = [
        "127.0.0.1 localhost\n203.0.113.2 ns1.xa.example.vn ns1\n",
        "zone \"xa.example.vn\" IN {\n  type master;\n  file \"db.xa\";\n};\n",
        "interface Vlan10\n ip address 203.0.113.1 255.255.255.0\n ipv6 address 2001:db8:30::1/64\n",
        "1732440000 00:11:22:33:44:55 192.0.2.10 pc-01 01:00:11:22:33:44:55\n",
        "ten,dia chi\npc-01,192.0.2.1\n", "{\"a\": 1}\n", "[]\n", "",
    ]

    /// Every sample cut short, then changed at random, 10,000 times.
    static func damage(_ samples: [String], _ body: (ImportSource) -> Void) {
        var generator = SeededGenerator(seed: 2026)
        for sample in samples {
            let bytes = Array(sample.utf8)
            for length in 0..<bytes.count {
                body(ImportSource(path: "db.xa.vn", bytes: Array(bytes[..<length]), digest: ""))
            }
        }
        for number in 0..<1_000 {
            let bytes = generator.mutated(Array(samples[number % samples.count].utf8))
            body(ImportSource(path: "db.xa.vn", bytes: bytes, digest: ""))
        }
    }
}

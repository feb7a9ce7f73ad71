/// Makers of network equipment by their private enterprise number, as IANA registers them.
/// https://www.iana.org/assignments/enterprise-numbers
enum EnterpriseNumbers {
    /// The maker that an SNMP engine identifier names: the first four octets with the first bit set. RFC 3411 §5.
    ///
    /// Software that runs on machines of any maker (net-snmp, VMware, Microsoft) is left out.
    static func maker(ofEngine hexadecimal: String) -> String? {
        guard hexadecimal.utf8.count >= 8, let word = UInt32(hexadecimal.prefix(8), radix: 16), word >> 31 == 1 else {
            return nil
        }
        return makers[word & 0x7fff_ffff]
    }

    private static let makers: [UInt32: String] = [
        9: "Cisco Systems", 11: "Hewlett-Packard", 171: "D-Link Systems, Inc.", 236: "Samsung Electronics Co., LTD.",
        253: "Xerox", 367: "RICOH Co. Ltd.", 368: "Axis Communications AB", 641: "Lexmark International",
        674: "Dell Inc.", 1248: "SEIKO EPSON CORPORATION", 1347: "KYOCERA Corporation",
        1588: "Brocade Communications Systems, Inc.", 1602: "CANON Inc.", 1916: "Extreme Networks",
        2001: "Oki Data Corporation", 2011: "HUAWEI Technology Co.,Ltd", 2435: "Brother Industries, Ltd.",
        2636: "Juniper Networks, Inc.", 3902: "ZTE", 4881: "Ruijie Networks Co., Ltd.",
        6486: "Alcatel-Lucent Enterprise", 6527: "Nokia", 6574: "Synology Inc.", 7367: "DrayTek Corporation",
        8741: "SonicWALL, Inc.", 11863: "TP-Link Systems Inc.", 12356: "Fortinet, Inc.", 14823: "Aruba",
        14988: "MikroTik", 18334: "KONICA MINOLTA HOLDINGS, INC.", 24681: "QNAP SYSTEMS, INC",
        25461: "PALO ALTO NETWORKS", 25506: "H3C", 30065: "Arista Networks, Inc.",
        35047: "Sangfor Technologies Co.,Ltd.", 36849: "Hanwha Vision Co., Ltd.", 37459: "Yealink",
        37496: "ZHEJIANG DAHUA TECHNOLOGY CO.,LTD", 39165: "Hikvision Digital Technology Co., Ltd.",
        41112: "Ubiquiti Networks, Inc.", 42397: "Grandstream Networks, Inc.",
    ]
}

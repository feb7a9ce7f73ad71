extension RecordSamples {
    private static func flow(
        _ seconds: String, _ transport: Int, _ source: String, _ sourcePort: Int, _ destination: String,
        _ destinationPort: Int, _ flags: String = "........", packets: Int = 5
    ) -> String {
        let version = source.contains(":") ? 6 : 4
        let ports =
            transport == 58
            ? "\t\"icmp_type\" : \(sourcePort),\n\t\"icmp_code\" : 0,\n"
            : "\t\"tcp_flags\" : \"\(flags)\",\n\t\"src_port\" : \(sourcePort),\n\t\"dst_port\" : \(destinationPort),\n"
        return "{\n\t\"type\" : \"FLOW\",\n\t\"sampled\" : 0,\n\t\"export_sysid\" : 1,\n"
            + "\t\"first\" : \"2026-11-24T08:00:\(seconds)\",\n\t\"last\" : \"2026-11-24T08:00:\(seconds)\",\n"
            + "\t\"received\" : \"2026-11-24T08:05:00.000\",\n\t\"in_packets\" : \(packets),\n\t\"in_bytes\" : 300,\n"
            + "\t\"proto\" : \(transport),\n\(ports)\t\"src_tos\" : 0,\n"
            + "\t\"src\(version)_addr\" : \"\(source)\",\n\t\"dst\(version)_addr\" : \"\(destination)\",\n"
            + "\t\"label\" : \"<none>\"\n}"
    }

    static let flowList = [
        // An own client and an own server; the same moment.
        flow("01.000", 6, "10.20.30.60", 51234, "10.20.40.20", 443, "...AP.SF"),
        flow("01.000", 6, "10.20.40.20", 443, "10.20.30.60", 51234, "...AP.SF"),
        // A scan: nobody there, refused.
        flow("02.000", 6, "10.20.30.60", 40000, "10.20.30.77", 22, "......S."),
        flow("03.000", 6, "10.20.30.60", 40001, "10.20.30.78", 22, "......S."),
        flow("03.001", 6, "10.20.30.78", 22, "10.20.30.60", 40001, "...A.R.."),
        // A server on an unusual port is the one that is asked.
        flow("04.000", 6, "10.20.30.60", 33000, "10.20.40.21", 61000, "...AP.S."),
        flow("04.002", 6, "10.20.40.21", 61000, "10.20.30.60", 33000, "...AP.S."),
        // Names over IPv6; the client is on the link, as its solicitation shows.
        flow("05.000", 17, "2001:db8:30::60", 50000, "2001:db8:30::53", 53),
        flow("05.001", 17, "2001:db8:30::53", 53, "2001:db8:30::60", 50000),
        flow("05.002", 58, "2001:db8:30::60", 135, "ff02::1:ff00:53", 0),
        // Asked and not answered; to everybody; from nobody; to outside.
        flow("06.000", 17, "10.20.30.61", 50001, "10.20.40.22", 161),
        flow("06.500", 17, "0.0.0.0", 68, "255.255.255.255", 67),
        flow("07.000", 6, "10.20.30.62", 50002, "198.51.100.9", 443, "...AP.SF"),
        flow("07.001", 6, "198.51.100.9", 443, "10.20.30.62", 50002, "...AP.SF"),
        // One direction only, with both flags.
        flow("08.000", 6, "10.20.40.23", 22, "198.51.100.10", 55555, "...AP.S."),
        // Under way when the record began.
        flow("09.500", 6, "10.20.40.24", 3306, "10.20.40.20", 45000, "...AP..."),
        flow("09.600", 6, "10.20.40.20", 45000, "10.20.40.24", 3306, "...AP..."),
    ]

    static let flows = "[\n" + flowList.joined(separator: "\n,\n") + "\n]\n"
}

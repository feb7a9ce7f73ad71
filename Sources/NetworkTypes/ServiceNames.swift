/// What a service is for. Open: a table elsewhere may name more.
public struct ServiceKind: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let authentication = ServiceKind(rawValue: "authentication")
    public static let camera = ServiceKind(rawValue: "camera")
    public static let database = ServiceKind(rawValue: "database")
    public static let directory = ServiceKind(rawValue: "directory")
    public static let fileSharing = ServiceKind(rawValue: "file-sharing")
    public static let fileTransfer = ServiceKind(rawValue: "file-transfer")
    public static let log = ServiceKind(rawValue: "log")
    public static let mail = ServiceKind(rawValue: "mail")
    public static let management = ServiceKind(rawValue: "management")
    public static let nameResolution = ServiceKind(rawValue: "name-resolution")
    public static let printing = ServiceKind(rawValue: "printing")
    public static let remoteDesktop = ServiceKind(rawValue: "remote-desktop")
    public static let remoteShell = ServiceKind(rawValue: "remote-shell")
    public static let storage = ServiceKind(rawValue: "storage")
    public static let time = ServiceKind(rawValue: "time")
    public static let video = ServiceKind(rawValue: "video")
    public static let voice = ServiceKind(rawValue: "voice")
    public static let web = ServiceKind(rawValue: "web")
}

/// A service that is known by its port alone.
public struct WellKnownService: Hashable, Sendable {
    public let kind: ServiceKind
    /// As registered with IANA, or the usual name where the registered one says nothing.
    public let name: String
    /// The port has other common uses: alone it proves nothing.
    public let isWeak: Bool

    /// Nil for every port that is not in the table.
    public static func at(_ transport: IPProtocol, port: UInt16) -> WellKnownService? { table[Key(transport, port)] }

    private struct Key: Hashable {
        let transport: IPProtocol
        let port: UInt16

        init(_ transport: IPProtocol, _ port: UInt16) {
            self.transport = transport
            self.port = port
        }
    }

    private struct Row {
        let ports: [UInt16]
        let transports: [IPProtocol]
        let service: WellKnownService

        init(_ ports: [UInt16], _ transports: [IPProtocol], _ kind: ServiceKind, _ name: String, isWeak: Bool = false) {
            self.ports = ports
            self.transports = transports
            service = WellKnownService(kind: kind, name: name, isWeak: isWeak)
        }
    }

    private static let table: [Key: WellKnownService] = {
        var table: [Key: WellKnownService] = [:]
        for row in rows {
            for port in row.ports {
                for transport in row.transports { table[Key(transport, port)] = row.service }
            }
        }
        return table
    }()

    private static let both: [IPProtocol] = [.tcp, .udp]

    /// IANA Service Name and Transport Protocol Port Number Registry; marked where a vendor uses a port by custom.
    private static let rows: [Row] = [
        Row([88], both, .authentication, "kerberos"),
        Row([464], both, .authentication, "kpasswd"),
        Row([49], [.tcp], .authentication, "tacacs"),
        Row([1812], [.udp], .authentication, "radius"),
        Row([1813], [.udp], .authentication, "radius-acct"),
        Row([389], both, .directory, "ldap"),
        Row([636], [.tcp], .directory, "ldaps"),
        Row([3268], [.tcp], .directory, "msft-gc"),
        Row([3269], [.tcp], .directory, "msft-gc-ssl"),
        Row([53], both, .nameResolution, "domain"),
        Row([853], both, .nameResolution, "domain-s"),
        Row([123], [.udp], .time, "ntp"),

        Row([445], [.tcp], .fileSharing, "microsoft-ds"),
        Row([139], [.tcp], .fileSharing, "netbios-ssn"),
        Row([2049], both, .fileSharing, "nfs"),
        Row([3260], [.tcp], .storage, "iscsi-target"),
        Row([20], [.tcp], .fileTransfer, "ftp-data"),
        Row([21], [.tcp], .fileTransfer, "ftp"),
        Row([69], [.udp], .fileTransfer, "tftp"),

        Row([9100], [.tcp], .printing, "pdl-datastream"),
        Row([515], [.tcp], .printing, "printer"),
        Row([631], both, .printing, "ipp"),

        Row([1433], [.tcp], .database, "ms-sql-s"),
        Row([1521], [.tcp], .database, "oracle"),  // custom: registered as ncube-lm
        Row([3306], [.tcp], .database, "mysql"),
        Row([5432], [.tcp], .database, "postgresql"),
        Row([6379], [.tcp], .database, "redis"),
        Row([27017], [.tcp], .database, "mongodb"),
        Row([50000], [.tcp], .database, "db2", isWeak: true),  // custom: registered as ibm-db2 for few releases

        Row([25], [.tcp], .mail, "smtp"),
        Row([110], [.tcp], .mail, "pop3"),
        Row([143], [.tcp], .mail, "imap"),
        Row([465], [.tcp], .mail, "submissions"),
        Row([587], [.tcp], .mail, "submission"),
        Row([993], [.tcp], .mail, "imaps"),
        Row([995], [.tcp], .mail, "pop3s"),

        Row([80], [.tcp], .web, "http"),
        Row([443], both, .web, "https"),
        Row([8080], [.tcp], .web, "http-alt", isWeak: true),
        Row([8443], [.tcp], .web, "pcsync-https", isWeak: true),

        Row([22], [.tcp], .remoteShell, "ssh"),
        Row([23], [.tcp], .remoteShell, "telnet"),
        Row([5985], [.tcp], .remoteShell, "wsman"),
        Row([5986], [.tcp], .remoteShell, "wsmans"),
        Row([3389], both, .remoteDesktop, "ms-wbt-server"),
        Row([5900], [.tcp], .remoteDesktop, "rfb"),

        Row([161], [.udp], .management, "snmp"),
        Row([162], [.udp], .management, "snmptrap"),
        Row([135], [.tcp], .management, "epmap"),
        Row([514], [.udp], .log, "syslog"),
        Row([6514], both, .log, "syslog-tls"),

        Row([5060], both, .voice, "sip"),
        Row([5061], [.tcp], .voice, "sips"),
        Row([554], both, .video, "rtsp"),
        Row([37777], [.tcp], .camera, "dahua"),  // custom
        Row([8000], [.tcp], .camera, "hikvision", isWeak: true),  // custom: registered as irdmi
        Row([3702], [.udp], .camera, "ws-discovery", isWeak: true),  // ONVIF; printers and Windows use it too
    ]
}

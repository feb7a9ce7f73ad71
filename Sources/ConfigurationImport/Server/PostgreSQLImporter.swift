import NetworkTypes
public import TrafficObservation

/// `postgresql.conf`: nothing stated is localhost only, which is no service to others.
///
/// An IPv6 socket of PostgreSQL takes no IPv4. postgresql.org/docs/current/runtime-config-connection.html.
public enum PostgreSQLImporter: ConfigurationImporter {
    public static let kind = ImportKind.postgresql

    private static let defaultPort: UInt16 = 5432
    private static let names: Set<String> = [
        "listen_addresses", "port", "max_connections", "shared_buffers", "work_mem", "maintenance_work_mem",
        "dynamic_shared_memory_type", "wal_level", "max_wal_size", "min_wal_size", "log_timezone", "datestyle",
        "timezone", "lc_messages", "lc_monetary", "lc_numeric", "lc_time", "default_text_search_config",
        "data_directory", "hba_file", "ident_file", "external_pid_file", "unix_socket_directories", "ssl",
        "ssl_cert_file", "ssl_key_file", "log_line_prefix", "cluster_name", "effective_cache_size", "archive_mode",
        "archive_command", "max_wal_senders", "wal_keep_size", "hot_standby", "include_dir", "password_encryption",
        "shared_preload_libraries", "logging_collector", "log_directory", "log_filename", "synchronous_commit",
        "superuser_reserved_connections", "checkpoint_timeout", "random_page_cost", "autovacuum",
    ]
    /// Names that other programs use too.
    private static let common: Set<String> = ["port", "ssl", "timezone", "autovacuum", "include_dir", "hot_standby"]

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        var marks = 0
        let share = Likeness.share(of: lines) { line in
            guard let name = setting(line)?.name, names.contains(name) else { return false }
            if !common.contains(name) { marks += 1 }
            return true
        }
        if marks > 0 { return share < 40 ? 0 : min(95, 50 + share / 2) }
        // The file of a new installation may have nothing but defaults in comments.
        let stock = Likeness.count(["#listen_addresses", "#shared_buffers", "#wal_level", "#work_mem"], in: lines)
        return stock >= 2 ? 85 : 0
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        var (addresses, port) = ("localhost", defaultPort)
        var line: UInt32 = 1
        for row in try recognisedLines(source) {
            guard let (name, value) = setting(row) else { continue }
            // The last statement of a setting wins.
            switch name {
            case "listen_addresses": (addresses, line) = (value, row.number)
            case "port": port = UInt16(value) ?? port
            default: break
            }
        }
        var table = ServiceTable()
        for item in addresses.split(whereSeparator: { $0 == "," || $0 == " " }) {
            if item == "*" {
                table.listen(.tcp, port, families: [.ipv4, .ipv6], line: line)
            } else if let address = AddressText(item)?.address {
                table.listen(.tcp, port, address: address, line: line)
            }
        }
        var file = source.file(kind)
        file.services = table.services(host: nil)
        return file
    }

    /// `name = 'value' # comment`; the sign may be missing.
    private static func setting(_ line: ImportLine) -> (name: String, value: String)? {
        let text = line.text.drop { $0 == " " || $0 == "\t" }
        let name = text.prefix { $0 != "=" && $0 != " " && $0 != "\t" && $0 != "#" && $0 != "'" }
        guard !name.isEmpty else { return nil }
        let rest = text[name.endIndex...].drop { $0 == " " || $0 == "\t" || $0 == "=" }
        if rest.first == "'" { return (name.lowercased(), String(rest.dropFirst().prefix { $0 != "'" })) }
        return (name.lowercased(), String(rest.prefix { $0 != "#" && $0 != " " && $0 != "\t" }))
    }
}

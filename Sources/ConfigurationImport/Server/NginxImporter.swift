import NetworkTypes
public import TrafficObservation

/// Configurations of nginx, whole or one file of `sites-available`.
///
/// `listen 80` opens IPv4 only; an IPv6 socket takes no IPv4 unless it says `ipv6only=off`. A server without a listen
/// directive has port 80 over IPv4. nginx.org/en/docs/http/ngx_http_core_module.html#listen.
public enum NginxImporter: ConfigurationImporter {
    public static let kind = ImportKind.nginx

    private static let directives: Set<Substring> = [
        "server", "listen", "server_name", "location", "root", "index", "proxy_pass", "try_files", "ssl_certificate",
        "ssl_certificate_key", "http", "events", "worker_processes", "worker_connections", "upstream", "include",
        "fastcgi_pass", "access_log", "error_log", "proxy_set_header", "return", "rewrite", "add_header",
        "client_max_body_size", "sendfile", "gzip", "keepalive_timeout", "ssl_protocols", "stream", "pid", "user",
        "default_type", "types", "map", "ssl_ciphers", "http2", "tcp_nopush", "log_format",
    ]

    public static func likeness(_ source: ImportSource, lines: ArraySlice<ImportLine>) -> Int {
        // Words that several languages with braces have prove nothing without nginx's own.
        let own = ["server {", "server{", "listen ", "location ", "server_name ", "http {", "proxy_pass "]
        let marks = Likeness.count(own, in: lines)
        guard marks > 0, Likeness.count(["{"], in: lines) > 0 || marks > 1 else { return 0 }
        let share = Likeness.share(of: lines) { line in
            let first = line.words.first ?? ""
            return first.first == "}" || directives.contains(first.prefix { $0 != "{" && $0 != ";" })
        }
        return share < 30 ? 0 : min(95, 40 + share / 2 + marks * 5)
    }

    public static func read(_ source: ImportSource) throws(ImportFailure) -> ImportedFile {
        let lines = try recognisedLines(source)
        let statements: [BlockStatement]
        do { statements = try BlockStatement.parse(lines) } catch {
            throw ImportFailure(path: source.path, problems: [error])
        }
        var table = ServiceTable()
        collect(statements, hasDefaultPort: true, into: &table)
        var file = source.file(kind)
        file.services = table.services(host: nil)
        return file
    }

    private static func collect(
        _ statements: [BlockStatement], hasDefaultPort: Bool, into table: inout ServiceTable
    ) {
        for statement in statements {
            guard let block = statement.block else { continue }
            guard statement.words == ["server"] else {
                // Only servers of HTTP have a port that nothing states.
                let isOther = statement.words == ["stream"] || statement.words == ["mail"]
                collect(block, hasDefaultPort: hasDefaultPort && !isOther, into: &table)
                continue
            }
            let places = block.filter { $0.words.first == "listen" }
            if places.isEmpty, hasDefaultPort { table.listen(.tcp, 80, families: [.ipv4], line: statement.line) }
            for place in places { listen(place, into: &table) }
        }
    }

    private static func listen(_ statement: BlockStatement, into table: inout ServiceTable) {
        guard statement.words.count > 1, let place = ListenPlace(statement.words[1]) else { return }
        let parameters = statement.words.dropFirst(2)
        let transport: IPProtocol = parameters.contains("quic") || parameters.contains("udp") ? .udp : .tcp
        let port = place.port ?? 80
        switch place.host {
        case .all: table.listen(transport, port, families: [.ipv4], line: statement.line)
        case .address(let address):
            table.listen(transport, port, address: address, line: statement.line)
            if address.ipv6 == .unspecified, parameters.contains("ipv6only=off") {
                table.listen(transport, port, families: [.ipv4], line: statement.line)
            }
        case .name: break
        }
    }
}

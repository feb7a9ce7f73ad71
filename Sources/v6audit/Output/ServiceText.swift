import AuditReport
import Messages

/// A service in words.
enum ServiceText {
    /// `tcp/443`; empty where no port is known.
    static func port(_ service: ServiceStateDocument) -> String {
        guard let transport = service.transport, let port = service.port else { return "" }
        return "\(transport)/\(port)"
    }

    static func state(_ service: ServiceStateDocument, _ language: Language) -> String {
        ReportTerm.serviceState(service.state).text(in: language)
    }
}

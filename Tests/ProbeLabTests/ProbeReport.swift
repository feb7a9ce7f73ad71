import Foundation

/// The JSON of `v6audit probe`, as far as the lab judges it.
struct ProbeReport: Decodable {
    struct Vantage: Decodable { let ipv4, ipv6: Bool }
    struct Sent: Decodable { let packets: Int }
    struct Result: Decodable, Hashable {
        let host: String
        let address: String?
        let family, check, grade, outcome: String
        let tries: Int
        let value: Int?
    }
    struct Parity: Decodable {
        let host, service, content, state: String
        let ipv4, ipv6: String?
    }

    let schema: String
    let vantage: Vantage
    let complete: Bool
    let sent: Sent
    let results: [Result]
    let parity: [Parity]
    /// Of the lab, for messages.
    var variant = ""

    private enum CodingKeys: CodingKey { case schema, vantage, complete, sent, results, parity }

    /// What was asked of one device over one family.
    func results(_ device: String, _ family: String) -> [Result] {
        results.filter { $0.host == "device/\(device)" && $0.family == family }
    }

    func result(_ device: String, _ family: String, _ check: String) -> Result? {
        results(device, family).first { $0.check == check }
    }

    func parity(_ device: String, _ service: String) -> Parity? {
        parity.first { $0.host == "device/\(device)" && $0.service == service }
    }
}

/// The JSON of `v6audit probe --plan`.
struct PlanReport: Decodable {
    struct Target: Decodable {
        let host, check: String
        let address: String?
        let packets: Int
    }
    struct Refusal: Decodable {
        let host, reason: String
        let address: String?
    }
    let schema: String
    let targets: [Target]
    let refused: [Refusal]
}

extension Laboratory {
    /// Beside the test bundle.
    static let tool: String = {
        let beside = CommandLine.arguments.first.map { URL(filePath: $0).deletingLastPathComponent() }
        let folders = [beside, root.appending(path: ".build/debug")].compactMap { $0 }
        return folders.map { $0.appending(path: "v6audit").path }.first(where: FileManager.default.isExecutableFile)
            ?? ""
    }()

    func write(_ site: LaboratorySite) throws -> String {
        let path = folder + "/site"
        try site.write(to: path)
        return path
    }

    /// One try, and no minute between two: the lab's machines do not change their mind.
    func probe(_ site: String, _ more: [String] = ["--tries", "1"]) throws -> Program {
        try start("client", [Self.tool, "probe", "--site", site, "--json"] + more)
    }

    func report(_ site: LaboratorySite = LaboratorySite()) throws -> ProbeReport {
        let result = try probe(write(site)).finish()
        if ![0, 1, 3].contains(result.status) || result.output.isEmpty {
            throw Refused(variant: variant, errors: result.errors)
        }
        var report = try JSONDecoder().decode(ProbeReport.self, from: result.output)
        report.variant = variant
        return report
    }

    func plan(_ site: LaboratorySite) throws -> PlanReport {
        let result = try probe(write(site), ["--plan"]).finish()
        if ![0, 1, 3].contains(result.status) || result.output.isEmpty {
            throw Refused(variant: variant, errors: result.errors)
        }
        return try JSONDecoder().decode(PlanReport.self, from: result.output)
    }
}

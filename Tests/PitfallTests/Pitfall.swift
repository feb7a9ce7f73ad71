import Foundation

/// The pitfalls of classification, each with the capture that shows it. Domain reference §4.6.
enum Pitfall: String, CaseIterable {
    case linkLocalOnly = "01-link-local-only"
    case uniqueLocalOnly = "02-unique-local-only"
    case addressWithoutTraffic = "03-address-without-traffic"
    case noRouterAnswers = "04-no-router-answers"
    case routerLifetimeZero = "05-router-lifetime-zero"
    case rogueRouter = "06-rogue-router"
    case nothingListens = "07-aaaa-nothing-listens"
    case onlyInside = "08-aaaa-only-inside"
    case blackHole = "09-path-mtu-black-hole"
    case happyEyeballs = "10-happy-eyeballs-hides"
    case ipv4Won = "11-ipv4-won"
    case nat44 = "12-nat44"
    case twoCards = "13-two-cards-one-server"
    case dock = "14-dock"
    case virtualMachines = "15-virtual-machines"
    case randomMAC = "16-random-mac"
    case routerMAC = "17-router-mac"
    case virtualRouter = "18-virtual-router"
    case proxy = "19-proxy"
    case tagsStripped = "20-tags-stripped"
    case oneDirection = "21-one-direction"
    case encapsulated = "22-encapsulated"
    case snapLength = "23-snap-length"
    case leaseOnly = "24-lease-only"
    case foreignDUID = "25-foreign-duid"
    case duplicateDUID = "26-duplicate-duid"
    case duplicateNames = "27-duplicate-names"
    case fingerprint = "28-fingerprint"
    case ipv4Mapped = "29-ipv4-mapped"
    case nat64 = "30-nat64"
    case clat = "31-clat"
    case encryptedDNS = "32-encrypted-dns"
    case noDefaultRoute = "33-tslcd-no-default-route"
    case weekend = "34-weekend"
    case repeater = "35-repeater"
    case pins = "36-pins"

    var number: Int { Int(rawValue.prefix(2)) ?? 0 }
    var script: URL { Self.folder.appending(path: "lab/\(rawValue).sh") }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    static let captures = folder.appending(path: "Captures")

    /// - Parameter suffix: Of a second file that the same script writes.
    func capture(_ suffix: String? = nil) -> String? {
        let stem = rawValue + (suffix.map { ".\($0)" } ?? "")
        return ["pcap", "pcapng"].map { Self.captures.appending(path: "\(stem).\($0)").path }
            .first { FileManager.default.fileExists(atPath: $0) }
    }
}

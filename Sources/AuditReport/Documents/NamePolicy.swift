import NetworkTypes
import SiteModel

/// Which names the outputs print. Without a site all; with one, those of the site and of the local network, unless it
/// says `outsideNames: keep`. Every other name is a hash.
struct NamePolicy {
    private let showsAll: Bool
    private let key: [UInt8]
    /// Domains of the site and names of its inventory, in lower case.
    private let ownNames: Set<Substring>

    init(site: Site?) {
        guard let site, site.privacy.outsideNames != .keep else {
            showsAll = true
            key = []
            ownNames = []
            return
        }
        showsAll = false
        key = Array(site.id.utf8)
        let names = site.domains.map(\.name) + site.configuredHosts.flatMap(\.names)
        ownNames = Set(names.map { Self.canonical($0)[...] })
    }

    /// Single labels, `.local`, and names at or below a domain or an inventory name of the site.
    func shows(_ name: String) -> Bool {
        if showsAll { return true }
        var rest = Self.canonical(name)[...]
        guard rest.contains(".") else { return true }
        if rest.hasSuffix(".local") { return true }
        while !ownNames.contains(rest) {
            guard let dot = rest.firstIndex(of: ".") else { return false }
            rest = rest[rest.index(after: dot)...]
        }
        return true
    }

    /// The first 16 bytes of HMAC-SHA-256 of the name with the site's id as key, in hexadecimal. It keeps names out of
    /// reports; whoever guesses a name and knows the site can still confirm it.
    func hash(_ name: String) -> String {
        SHA256.hash(Array(Self.canonical(name).utf8), key: key).prefix(16).hexadecimal
    }

    /// Lower case, without the final dot.
    private static func canonical(_ name: String) -> String {
        let name = name.lowercased()
        return name.hasSuffix(".") ? String(name.dropLast()) : name
    }
}

extension Sequence<UInt8> {
    /// Two lower-case digits a byte.
    var hexadecimal: String {
        reduce(into: "") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) }
    }
}

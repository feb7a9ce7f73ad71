import NetworkTypes
import TrafficObservation

/// The names of an observation set that a site does not print, for texts that may contain them.
struct HiddenNames {
    /// Name in lower case to hash.
    private let hashes: [String: String]

    init(_ set: ObservationSet, policy: NamePolicy) {
        var hashes: [String: String] = [:]
        var names = Set(set.dnsNames.map(\.name))
        names.formUnion(set.hostNames.map(\.name))
        names.formUnion(set.serverNames.map(\.name))
        names.formUnion(set.devices.compactMap(\.name))
        names.formUnion(set.identities.compactMap { $0.domainName.map { String($0) } })
        for name in names where !policy.shows(name) && IPAddress(name) == nil {
            hashes[name.lowercased()] = policy.hash(name)
        }
        self.hashes = hashes
    }

    /// The text with every hidden name replaced by its hash.
    func masked(_ text: String) -> String {
        if hashes.isEmpty { return text }
        var masked = ""
        var word = ""
        for character in text {
            if character.isLetter || character.isNumber || character == "." || character == "-" || character == "_" {
                word.append(character)
            } else {
                masked += hashes[word.lowercased()] ?? word
                masked.append(character)
                word = ""
            }
        }
        return masked + (hashes[word.lowercased()] ?? word)
    }
}

import Messages
import NetworkTypes
import SiteModel

extension SiteReader {
    func agencies(_ file: MappingReader) -> [Agency] {
        let keys = ["id", "level", "kind", "names", "parents", "from", "to", "duties", "verified"]
        var places: [String: Located<String>] = [:]
        let agencies = file.mappings("agencies", minimum: 1, keys: keys).compactMap { reader -> Agency? in
            let id = reader.required("id", scalars.identifier)
            if let id {
                unique(id, in: &problems.agencies)
                places[id.value] = places[id.value] ?? id
            }
            let level = reader.required("level") { scalars.enumeration($0, $1, as: Agency.Level.self) }
            let kind = reader.required("kind") { scalars.enumeration($0, $1, as: Agency.Kind.self) }
            let names = reader.mappings("names", minimum: 1, keys: ["vi", "en", "from", "to"]).compactMap { name in
                let validity = name.validity()
                return name.bothLanguages().map { Agency.Name($0, validity: validity) }
            }
            let parents = reader.ownerships("parents")
            let validity = reader.validity()
            let duties = reader.values("duties") { scalars.identifier($0, $1)?.value }
            let verified = reader.value("verified", scalars.boolean)
            guard let id, let level, let kind else { return nil }
            return Agency(
                id: id.value, level: level, kind: kind, names: names, parents: parents, validity: validity,
                duties: duties, verified: verified ?? true)
        }
        checkParents(of: agencies, places)
        return agencies
    }

    /// Reports one agency of every circle of parents, whatever the dates.
    private func checkParents(of agencies: [Agency], _ places: [String: Located<String>]) {
        let parents = Dictionary(
            agencies.map { ($0.id, $0.parents.map(\.agency)) }, uniquingKeysWith: { first, _ in first })
        var finished: Set<String> = []
        for start in agencies.map(\.id) where !finished.contains(start) {
            var open: Set<String> = [start]
            var path = [(id: start, next: 0)]
            while let (id, next) = path.last {
                guard let parent = parents[id].flatMap({ next < $0.count ? $0[next] : nil }) else {
                    finished.insert(id)
                    open.remove(id)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                if open.contains(parent) {
                    if let place = places[parent] { scalars.report(.ownParent(parent), at: place) }
                } else if !finished.contains(parent) {
                    open.insert(parent)
                    path.append((parent, 0))
                }
            }
        }
    }

    func successions(_ file: MappingReader) -> [Succession] {
        file.mappings("successions", keys: ["from", "to", "date", "document", "verified"]).compactMap { reader in
            let from = reader.references("from", minimum: 1, to: .agency)
            let to = reader.references("to", minimum: 1, to: .agency)
            let date = reader.required("date", scalars.date)
            let document = reader.text("document")?.value
            let verified = reader.value("verified", scalars.boolean) ?? false
            return date.map { Succession(from: from, to: to, date: $0, document: document, verified: verified) }
        }
    }

    func domains(_ file: MappingReader) -> [Domain] {
        var seen: [String: Int] = [:]
        return file.mappings("domains", keys: ["name", "owner", "kind"]).compactMap { reader in
            let name = reader.required("name") { key, text in scalars.domainName(key, text).map { text.map($0) } }
            if let name { unique(name, in: &seen) }
            let owner = reader.ownerships("owner")
            let kinds = reader.values("kind") { scalars.enumeration($0, $1, as: Domain.Kind.self) }
            return name.map { Domain(name: $0.value, owner: owner, kinds: kinds) }
        }
    }
}

import Messages
import NetworkTypes
import SiteModel

extension SiteReader {
    func addressPlan(_ file: MappingReader) -> [AddressGrant] {
        file.mappings("addressPlan", keys: ["agency", "prefix", "grantedBy", "document"]).compactMap { reader in
            let agency = reader.requiredReference("agency", to: .agency)
            let prefix = reader.required("prefix") { scalars.prefix($0, $1) }
            let grantor = reader.required("grantedBy") { scalars.enumeration($0, $1, as: AddressGrant.Grantor.self) }
            let document = reader.text("document")?.value
            guard let agency, let prefix, let grantor else { return nil }
            return AddressGrant(agency: agency, prefix: prefix, grantedBy: grantor, document: document)
        }
    }

    func tunnels(_ file: MappingReader) -> [Tunnel] {
        file.mappings("tunnels", keys: ["kind", "ends", "agency", "purpose", "until"]).compactMap { reader in
            let kind = reader.required("kind") { scalars.enumeration($0, $1, as: Tunnel.Kind.self) }
            let ends = reader.values("ends", minimum: 2) { scalars.address($0, $1) }
            let agency = reader.requiredReference("agency", to: .agency)
            let purpose = reader.text("purpose")?.value
            let until = reader.value("until", scalars.date)
            guard let kind, let agency else { return nil }
            return Tunnel(kind: kind, ends: ends, agency: agency, purpose: purpose, until: until)
        }
    }

    func internetLines(_ file: MappingReader) -> [InternetLine] {
        var seen: [String: Int] = [:]
        return file.mappings("internetLines", keys: ["id", "agency", "segment", "provider"]).compactMap { reader in
            let id = reader.required("id", scalars.identifier)
            if let id { unique(id, in: &seen) }
            let agency = reader.requiredReference("agency", to: .agency)
            let segment = reader.reference("segment", to: .segment)
            let provider = reader.text("provider")?.value
            guard let id, let agency else { return nil }
            return InternetLine(id: id.value, agency: agency, segment: segment, provider: provider)
        }
    }

    func scope(_ file: MappingReader) -> ProbeScope {
        var scope = ProbeScope()
        let keys = ["addresses", "names", "exclude", "packetsPerSecond", "resolvers"]
        guard let reader = file.mapping("scope", keys: keys) else { return scope }
        scope.addresses = reader.values("addresses") { scalars.prefix($0, $1, hostsToo: true) }
        scope.names = reader.values("names", scalars.domainName)
        let excluded: [Void] = reader.values("exclude") { key, text in
            if text.value.contains("/") || text.value.contains(":")
                || text.value.allSatisfy({ $0.isNumber || $0 == "." })
            {
                if let prefix = scalars.prefix(key, text, hostsToo: true) { scope.excludedAddresses.append(prefix) }
            } else if let name = scalars.domainName(key, text) {
                scope.excludedNames.append(name)
            }
        }
        _ = excluded
        if let rate = reader.wholeNumber("packetsPerSecond", in: 1...10_000) { scope.packetsPerSecond = rate }
        if reader["resolvers"] != nil { scope.resolvers = reader.values("resolvers", scalars.resolver) }
        return scope
    }

    func authorisations(_ file: MappingReader) -> [Authorisation] {
        let keys = ["id", "document", "date", "signer", "actions", "segments", "from", "to", "staffNotice"]
        var seen: [String: Int] = [:]
        return file.mappings("authorisations", keys: keys).compactMap { reader in
            let id = reader.required("id", scalars.identifier)
            if let id { unique(id, in: &seen) }
            let document = reader.requiredText("document")
            let date = reader.required("date", scalars.date)
            let signer = reader.text("signer")?.value
            let actions = reader.values("actions", minimum: 1) {
                scalars.enumeration($0, $1, as: Authorisation.Action.self)
            }
            let segments = reader.references("segments", minimum: 1, to: .segment)
            let validity = reader.validity()
            let notice = reader.value("staffNotice", scalars.date)
            guard let id, let document, let date else { return nil }
            return Authorisation(
                id: id.value, document: document.value, date: date, signer: signer, actions: actions,
                segments: segments, validity: validity, staffNotice: notice)
        }
    }

    func pins(_ file: MappingReader) -> [Pin] {
        file.mappings("pins", keys: ["same", "different", "by", "on", "why"]).compactMap { reader in
            let (same, different) = (reader["same"] != nil, reader["different"] != nil)
            if same == different {
                scalars.report(
                    same ? .bothKeys("same", "different") : .neitherKey("same", "different"), at: reader.here(()))
            }
            let relation: Pin.Relation = different ? .different : .same
            let keys = same || different ? reader.values(relation.rawValue, minimum: 2, scalars.pinKey) : []
            let by = reader.requiredText("by")
            let on = reader.required("on", scalars.date)
            let why = reader.text("why")?.value
            guard let by, let on else { return nil }
            return Pin(relation: relation, keys: keys, by: by.value, on: on, why: why)
        }
    }
}

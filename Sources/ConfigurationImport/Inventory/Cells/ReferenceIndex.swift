import Messages
import SiteModel

/// Agencies or segments of a site by their ids and names, in any spelling.
struct ReferenceIndex {
    private var ids: [String: String] = [:]
    private var names: [String] = []
    let isEmpty: Bool

    init(_ agencies: [Agency]) {
        isEmpty = agencies.isEmpty
        for agency in agencies { add(agency.id, agency.names.map(\.text)) }
    }

    init(_ segments: [Segment]) {
        isEmpty = segments.isEmpty
        for segment in segments { add(segment.id, [segment.name]) }
    }

    /// The first one of a name has it; ids come before names of others.
    private mutating func add(_ id: String, _ texts: [LocalizedText]) {
        ids[id.folded] = id
        for name in texts.flatMap({ [$0.vietnamese, $0.english] }) {
            let key = name.folded
            guard !key.isEmpty else { continue }
            if ids[key] == nil { ids[key] = id }
            names.append(name)
        }
    }

    /// Nil: the site has none of that id or name.
    func id(of text: String) -> String? { ids[text.folded] }

    func suggestion(for text: String) -> String? { NearestWord.of(text, among: names + ids.values) }
}

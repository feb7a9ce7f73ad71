/// A value of a YAML file: what was written, as text, and where.
struct YAMLNode {
    enum Content {
        /// Nothing, `~` or `null`, without quotes.
        case null
        case text(String)
        case list([YAMLNode])
        case mapping([YAMLEntry])
        /// Reported already; whoever wants the value gets none and says nothing more.
        case refused
    }

    let content: Content
    /// 1-based.
    let line: Int
    /// In characters (Unicode scalars), 1-based.
    let column: Int

    var isNull: Bool {
        if case .null = content { return true }
        return false
    }

    var isRefused: Bool {
        if case .refused = content { return true }
        return false
    }
}

/// One key of a mapping with its value.
struct YAMLEntry {
    let key: Located<String>
    let value: YAMLNode
}

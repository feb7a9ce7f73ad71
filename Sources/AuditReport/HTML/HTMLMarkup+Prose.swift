extension HTMLMarkup {
    /// A rule's text as its author wrote it: one paragraph a line, `- ` begins an item of a list, and what stands
    /// between grave accents is code. Nothing else is markup.
    static func prose(_ text: String) -> HTMLMarkup {
        var result = HTMLMarkup.empty
        var items: [HTMLMarkup] = []
        func closeList() {
            if !items.isEmpty { result += "<ul>\(items.joined())</ul>" }
            items = []
        }
        for line in lines(of: text) {
            let content = line.drop(while: \.isWhitespace)
            if content.hasPrefix("- ") {
                items.append("<li>\(inline(String(content.dropFirst(2))))</li>")
            } else {
                closeList()
                result += "<p>\(inline(String(content)))</p>"
            }
        }
        closeList()
        return result
    }

    /// One line with its code; a single grave accent stands for itself.
    static func inline(_ line: String) -> HTMLMarkup {
        let parts = line.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 2 else { return HTMLMarkup(text: line) }
        var result = HTMLMarkup.empty
        for (index, part) in parts.enumerated() {
            let isClosed = index + 1 < parts.count
            switch (index.isMultiple(of: 2), isClosed) {
            case (true, _): result += HTMLMarkup(text: part)
            case (false, true): result += code(part)
            case (false, false): result += HTMLMarkup(text: "`" + part)
            }
        }
        return result
    }
}

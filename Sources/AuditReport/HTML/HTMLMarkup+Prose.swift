extension HTMLMarkup {
    /// A rule's text as its author wrote it. Lines that follow each other are one paragraph, an empty line ends it;
    /// `- ` begins an item of a list, which indented lines continue; what stands between grave accents is code.
    /// Nothing else is markup.
    static func prose(_ text: String) -> HTMLMarkup {
        var result = HTMLMarkup.empty
        var paragraph: [String] = []
        var items: [String] = []
        func close() {
            if !paragraph.isEmpty { result += "<p>\(inline(paragraph.joined(separator: " ")))</p>" }
            if !items.isEmpty { result += "<ul>\(items.map { "<li>\(inline($0))</li>" as HTMLMarkup }.joined())</ul>" }
            paragraph = []
            items = []
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let content = line.drop(while: \.isWhitespace)
            if content.isEmpty {
                close()
            } else if content.hasPrefix("- ") {
                if !paragraph.isEmpty { close() }
                items.append(String(content.dropFirst(2)))
            } else if !items.isEmpty, line.first?.isWhitespace == true {
                items[items.count - 1] += " " + content
            } else {
                if !items.isEmpty { close() }
                paragraph.append(String(content))
            }
        }
        close()
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

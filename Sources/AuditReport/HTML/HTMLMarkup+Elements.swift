import Messages

extension HTMLMarkup {
    /// An address, filter, path or command: monospaced, broken anywhere rather than overflowing.
    static func code(_ text: String) -> HTMLMarkup { "<code>\(text)</code>" }

    /// A name that somebody else chose, kept apart from the direction of the text around it.
    static func name(_ text: String) -> HTMLMarkup { "<bdi>\(text)</bdi>" }

    /// A command or several, one a line, as they are typed.
    static func commands(_ text: String) -> HTMLMarkup {
        lines(of: text).map { "<code class=\"command\">\($0)</code>" }.joined()
    }

    /// The lines that hold anything.
    static func lines(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// A table that may be scrolled by itself on a narrow screen and repeats its head on paper.
    /// `rowHeader`: the index of the column that names the row. `isCaptionQuiet`: a heading above says the same, the
    /// caption is for those who listen.
    static func table(
        caption: String, isCaptionQuiet: Bool = false, class name: String = "", columns: [String],
        numeric: Set<Int> = [], rowHeader: Int = 0,
        rows: [[HTMLMarkup]], rowIdentifiers: [String] = []
    ) -> HTMLMarkup {
        let head = columns.enumerated().map { index, title -> HTMLMarkup in
            numeric.contains(index)
                ? "<th scope=\"col\" class=\"n\">\(title)</th>" : "<th scope=\"col\">\(title)</th>"
        }
        let body = rows.enumerated().map { number, cells -> HTMLMarkup in
            let row = cells.enumerated().map { index, cell -> HTMLMarkup in
                if index == rowHeader { return "<th scope=\"row\">\(cell)</th>" }
                return numeric.contains(index) ? "<td class=\"n\">\(cell)</td>" : "<td>\(cell)</td>"
            }
            guard number < rowIdentifiers.count else { return "<tr>\(row.joined())</tr>\n" }
            return "<tr id=\"\(rowIdentifiers[number])\">\(row.joined())</tr>\n"
        }
        let opening: HTMLMarkup = isCaptionQuiet ? "<caption class=\"quiet\">" : "<caption>"
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table class="\(name)">
            \(opening)\(caption)</caption>
            <thead><tr>\(head.joined())</tr></thead>
            <tbody>
            \(body.joined())</tbody></table></div>

            """
    }

    /// A line that opens to more; printed open.
    static func details(_ summary: HTMLMarkup, _ content: HTMLMarkup) -> HTMLMarkup {
        "<details><summary>\(summary)</summary><div>\(content)</div></details>\n"
    }
}

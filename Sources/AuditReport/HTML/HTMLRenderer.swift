public import AuditRules
public import Messages

/// Writes an audit as one HTML page: no script, nothing fetched, the same bytes for the same audit. It prints on A4
/// with every evidence opened.
public struct HTMLRenderer: Sendable {
    public let language: Language

    public init(language: Language) { self.language = language }

    /// `rules` gives the texts of the checklists; a rule that is missing there is called by its id.
    public func render(_ document: AuditDocument, rules: [Rule]) -> String {
        let page = HTMLPage(document: document, rules: rules, language: language)
        return page.markup.html
    }
}

/// The frame of the page and the order of its sections.
struct HTMLPage {
    let context: HTMLContext

    init(document: AuditDocument, rules: [Rule], language: Language) {
        context = HTMLContext(document: document, rules: rules, language: language)
    }

    var markup: HTMLMarkup {
        let body = [
            HTMLTitleSection(context: context).markup, HTMLContentsSection(context: context).markup,
            "<main id=\"content\">\n", HTMLSummarySection(context: context).markup,
            HTMLPictureSection(context: context).markup, HTMLChecklistSection(context: context).markup,
            HTMLNetworkSection(context: context).markup, HTMLHostSection(context: context).markup,
            HTMLEvidenceSection(context: context).markup, HTMLGlossarySection(context: context).markup, "</main>\n",
        ].joined()
        return """
            <!DOCTYPE html>
            <html lang="\(context.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(context.say(.reportTitle)) – \(context.siteName)</title>
            <style>
            \(HTMLMarkup(stringLiteral: HTMLStylesheet.text))</style>
            </head>
            <body>
            <a class="skip" href="#content">\(context.say(.skipToContent))</a>
            \(body)</body>
            </html>

            """
    }
}

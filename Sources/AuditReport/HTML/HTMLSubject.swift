import Messages

/// What a finding is about, with a link to where the page describes it.
struct HTMLSubject {
    let context: HTMLContext

    func markup(_ subject: SubjectDocument) -> HTMLMarkup { markup(subject, label: nil) }

    /// `label`: how a sentence calls it; nil: by its name.
    func markup(_ subject: SubjectDocument, label: String?) -> HTMLMarkup {
        switch subject.kind {
        case "host": link("h", subject.id, label ?? context.hostLabel(subject.id), isKnown: context.hasHost(subject.id))
        case "segment":
            link("s", subject.id, label ?? context.segmentName(subject.id), isKnown: context.hasSegment(subject.id))
        case "system":
            link("y", subject.id, label ?? context.systemName(subject.id), isKnown: context.hasSystem(subject.id))
        case "agency": HTMLMarkup.name(label ?? context.agencyName(subject.id))
        case "site": HTMLMarkup.name(label ?? context.siteName)
        default: HTMLMarkup.code(label ?? subject.id)
        }
    }

    private func link(_ prefix: String, _ id: String, _ label: String, isKnown: Bool) -> HTMLMarkup {
        guard isKnown else { return HTMLMarkup.name(label) }
        return "<a href=\"#\(HTMLContext.anchor(prefix, id))\">\(HTMLMarkup.name(label))</a>"
    }
}

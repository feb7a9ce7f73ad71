import Messages

/// What a finding is about, with a link to where the page describes it.
struct HTMLSubject {
    let context: HTMLContext

    func markup(_ subject: SubjectDocument) -> HTMLMarkup {
        switch subject.kind {
        case "host": link("h", subject.id, context.hostLabel(subject.id), isKnown: context.hasHost(subject.id))
        case "segment": link("s", subject.id, context.segmentName(subject.id), isKnown: context.hasSegment(subject.id))
        case "system": link("y", subject.id, context.systemName(subject.id), isKnown: context.hasSystem(subject.id))
        case "agency": HTMLMarkup.name(context.agencyName(subject.id))
        case "site": HTMLMarkup.name(context.siteName)
        default: HTMLMarkup.code(subject.id)
        }
    }

    private func link(_ prefix: String, _ id: String, _ label: String, isKnown: Bool) -> HTMLMarkup {
        guard isKnown else { return HTMLMarkup.name(label) }
        return "<a href=\"#\(HTMLContext.anchor(prefix, id))\">\(HTMLMarkup.name(label))</a>"
    }
}

import NetworkTypes

extension HostNameRow: MergeableRow {
    static var limit: ObservationLimit { .hostNames }
    var place: UInt32 { UInt32(truncatingIfNeeded: link) }
    var key: RowKey {
        RowKey(link).with {
            $0.mac = mac
            $0.text = source.rawValue + " " + name
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        link = numbers.link(link)
        sighting.renumber(numbers)
    }

    mutating func merge(_ later: HostNameRow) { sighting.merge(later.sighting) }
}

extension DNSNameRow: MergeableRow {
    static var limit: ObservationLimit { .dnsNames }
    var place: UInt32 { chain }
    var key: RowKey { RowKey(chain).with { $0.text = name } }

    mutating func renumber(_ numbers: Renumbering) {
        chain = numbers.chain(chain)
        aQuestions.renumber(numbers)
        aaaaQuestions.renumber(numbers)
        aaaaAnswers.renumber(numbers)
        aAnswers.renumber(numbers)
        firstAAAAError.renumber(numbers)
        lastAnswer.renumber(numbers)
    }

    /// The order does not matter, so that a name can be joined over captures, too.
    mutating func merge(_ later: DNSNameRow) {
        a.formUnion(later.a)
        aaaa.formUnion(later.aaaa)
        aQuestions.merge(later.aQuestions)
        aaaaQuestions.merge(later.aaaaQuestions)
        aaaaAnswers.merge(later.aaaaAnswers)
        aAnswers.merge(later.aAnswers)
        aaaaErrors.merge(later.aaaaErrors) { max($0, $1) }
        firstAAAAError.merge(later.firstAAAAError)
        aAnsweredBy.formUnion(later.aAnsweredBy)
        if let answer = later.lastAnswer { lastAnswer.keepLater(answer) }
    }
}

extension ResolutionRow: MergeableRow {
    static var limit: ObservationLimit { .resolutions }
    var place: UInt32 { UInt32(truncatingIfNeeded: link) }
    var key: RowKey { RowKey(link).with { $0.address = client } }

    mutating func renumber(_ numbers: Renumbering) {
        link = numbers.link(link)
        aaaaQuestions.renumber(numbers)
        aaaaAnswered.renumber(numbers)
        answers.renumber(numbers)
    }

    mutating func merge(_ later: ResolutionRow) {
        answered.formUnion(later.answered)
        aaaaQuestions.merge(later.aaaaQuestions)
        aaaaAnswered.merge(later.aaaaAnswered)
        answers.merge(later.answers)
    }
}

extension ClaimRow: MergeableRow {
    static var limit: ObservationLimit { .claims }
    var place: UInt32 { linkNumber }
    var key: RowKey {
        RowKey(linkNumber).with {
            $0.address = address
            $0.mac = mac
            switch subject {
            case .role(let role): $0.text = "role " + role.rawValue
            case .name(let name, let source): $0.text = "name " + source.rawValue + " " + name
            }
        }
    }

    mutating func renumber(_ numbers: Renumbering) {
        linkNumber = numbers.link(linkNumber)
        sighting.renumber(numbers)
    }

    mutating func merge(_ later: ClaimRow) { sighting.merge(later.sighting) }
}

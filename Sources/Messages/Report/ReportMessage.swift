/// Headings, labels and notes of the written report.
public enum ReportMessage: LocalizedMessage, Hashable {
    // Title block
    case reportTitle, asOf, window, auditIdentifier, captures, noCaptures, captureFile, packets, capturedBytes
    case capturedFrom, captureIncomplete, captureComplete, fingerprint, authorisation, demonstrationTitle
    case demonstration(minutes: Int, workingDay: Bool)
    case policy(minutes: Int, workingDay: Bool)
    case restricted
    // Navigation
    case skipToContent, contents, backToContents
    // Sections
    case whereTheOfficeStands, phases, picture, checklists, segments, systems, hosts, hostEvidence, glossary, methodAndLimits
    // Phase table
    case agency, level, phaseReached, blockedBy, noPhaseReached, nothingBlocks, phasesNote
    // Picture
    case chartTitle, chartDescription, allAgencies, tableOfPicture, state, count, share, undetermined, total, notCounted
    case coverage, deviceWord, chartNote
    // Checklist
    case unassigned, unassignedNote, rule, content, subjects, severity, phase, assignee, due, status, waiver
    case found, why, whatToDo, howToVerify, references, notVerified, evidence, noEvidence, openItems, unknownItems
    case questions, noFindings, noFindingsButUnknown, missing, command, ruleTextMissing, waivedUntil, notAssigned, noDueDate
    case more(count: Int)
    case showEvidence(count: Int)
    case frame, time, filter, file, line, probe, question, options, answerWith, withoutSubject
    case listCut(shown: Int, total: Int)
    // Tables
    case segment, kind, prefixes, hostsByState, plan, planned, notPlanned, routers, system, owner, components
    case components(none: Bool), atLeast, dependsOn, securityLevel, host, names, macs, ipv4, ipv6, roles, flags, none
    case noSegments, noSystems, noHosts, provisional, final, reasons, merges, rejectedMerges, joins, key, confidence
    case because, about, claim, noReasons, noMerges, services, address, firstSeen, lastSeen, addressKind, traffic
    case unmerged, unmergedNote, behind, family, link, randomMAC
    // Closing
    case term, meaning, hostStates, segmentStates, serviceStates, phasesMeaning, verdictWords
    case method, limits, howToOpenEvidence, generatedBy

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}

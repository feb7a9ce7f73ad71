extension ReportMessage {
    var english: String {
        switch self {
        case .reportTitle: "IPv6 migration audit report"
        case .demonstrationTitle: "Demonstration policy"
        case .demonstration(let minutes, let workingDay):
            "This report uses a demonstration policy: \(duration(minutes)) of observation\(workingDay ? " with a working day" : ", without a working day,") are enough for a final state. Do not use its figures as official ones."
        case .policy(let minutes, let workingDay):
            "A state is final only after at least \(duration(minutes)) of observation on the machine's own link\(workingDay ? ", with a working day among it" : "")."
        case .restricted:
            "This report holds addresses, names of machines and the address plan of the office. For those responsible only: do not publish it, and send it over protected channels only."
        case .authorised(let documents):
            "Documents on record that allow captures: \(documents.map(\.printable).joined(separator: "; "))."
        case .notAuthorised:
            "The site records no document that allows captures in this period. Capturing on an office network needs the written permission of whoever is competent."
        case .skipToContent: "Skip to the content"
        case .contents: "Contents"
        case .backToContents: "Back to the contents"
        case .whereTheOfficeStands: "Where the office stands"
        case .phases: "Phase of each agency"
        case .picture: "States of machines"
        case .checklists: "Checklist of each agency"
        case .segments: "Network segments"
        case .systems: "Information systems"
        case .hosts: "Machines"
        case .hostEvidence: "Evidence of each machine"
        case .glossary: "Words explained"
        case .method: "Method"
        case .limits: "What v6audit cannot see"
        case .captures: "Captures used"
        case .openItems: "To be done"
        case .undecided: "Not determined: data is missing"
        case .questions: "Questions waiting for an answer"
        case .closedItems: "Done or waived"
        case .unmergedAddresses: "Addresses seen only through a router"
        case .phasesNote:
            "G0 is where everybody starts. A phase is reached when every mandatory check (blocker and high) of it and of the phases before passes or does not apply. What is not determined or not answered holds a phase back too; this is never an average."
        case .nothingBlocks: "Nothing"
        case .pictureNote:
            "Each bar is all machines seen of one agency, divided by state. “Not determined” stands apart: neither pass nor fail."
        case .undetermined: "Not determined"
        case .allAgencies: "All"
        case .unassigned: "No agency known"
        case .unassignedNote:
            "The site gives these to no agency. Assign them before working on them: in systems.csv, or by the segment's owner in site.yaml."
        case .idleAgencies: "Agencies with nothing to do in this period"
        case .notObserved: "no machine of the agency was seen in the captures, so nothing can be said."
        case .noFindings: "no check failed in this period."
        case .noOpenItems: "Nothing to do; what is not determined below still needs data."
        case .undecidedNote:
            "These count neither as pass nor as fail. The right column says which command or data would decide them."
        case .questionsNote:
            "Only a responsible person can answer. Record the answer with the command, and the document that proves it."
        case .hostsNote: "Each row is one machine as far as the evidence goes. Its id leads to the evidence below."
        case .mergesNote: "What joined the addresses to one machine"
        case .unmergedNote: "Nothing tells which machine these addresses belong to; two rows may be one machine."
        case .noHosts: "No machine."
        case .noSegments: "The site declares no segment."
        case .noSystems: "The site declares no information system."
        case .noCaptures: "No capture in this period."
        case .noAgencies: "The site declares no agency."
        case .noReasons: "No frame supports this state."
        case .noEvidence: "No evidence is attached."
        case .textMissing(let rule): "The rule set in use has no text for \(rule.printable)."
        case .notVerified: "not verified"
        case .listCut(let shown, let total): "\(number(shown)) of \(number(total)) pieces of evidence"
        case .more(let count): "and \(number(count)) more"
        case .evidence(let count): "Evidence (\(number(count)))"
        case .frameNumber(let frame): "frame \(frame)"
        case .lineNumber(let line): "line \(line)"
        case .openFilter:
            "Open the capture in Wireshark and paste the filter into the display filter field, or go to the frame by its number (Ctrl+G)."
        case .methodObservation:
            "v6audit reads the captures of the period and the site's files (agencies, segments, systems). Reading captures sends no packet."
        case .methodStates:
            "States are decided from proof, not from addresses. Configured, used and working are three different facts. “IPv4 only” is said only where IPv6 could have been seen."
        case .methodCounting:
            "Only “dual-stack, working” counts as dual-stack. Machines with a provisional state stand under “not determined” and in no numerator."
        case .methodPhases:
            "The six phases G0–G5 lead from inventory and planning to switching IPv4 off; each rule belongs to one."
        case .methodProof:
            "Every finding leads to capture, frame number, time and Wireshark filter, so that others can check it. References marked “not verified” were not compared with the original text."
        case .limitPassive:
            "Machines that are off, silent or beyond the capture point cannot be seen; not seen does not mean not there."
        case .limitWindow: "The figures hold for the time of the captures and do not replace continuous monitoring."
        case .limitEncrypted:
            "Encrypted content stays closed. DNS over HTTPS or TLS hides names, and rules about names are then not determined."
        case .limitRouted:
            "Behind a router the machines' MACs are invisible, so IPv4 and IPv6 cannot be joined and “IPv4 only” cannot be said."
        case .limitMulticast:
            "Switches with MLD snooping and Wi-Fi access points may hide NDP, so that a machine with IPv6 looks like one without."
        case .limitIdentity:
            "A machine with random MACs may be counted several times; several machines behind a Wi-Fi repeater may look like one."
        case .limitLaw:
            "The report serves management; it replaces no security dossier, inspection result or legal text."
        }
    }

    private func number(_ value: Int) -> String { Language.english.number(value) }

    private func duration(_ minutes: Int) -> String {
        let (value, unit): (Int, String)
        if minutes >= 1440, minutes % 1440 == 0 {
            (value, unit) = (minutes / 1440, "day")
        } else if minutes >= 60, minutes % 60 == 0 {
            (value, unit) = (minutes / 60, "hour")
        } else {
            (value, unit) = (minutes, "minute")
        }
        return "\(number(value)) \(unit)\(value == 1 ? "" : "s")"
    }
}

extension LiveMessage {
    var english: String {
        switch self {
        case .noSuchInterface(let name):
            "There is no interface \"\(name.printable)\". `v6audit interfaces` lists those of this machine."
        case .notPermitted(let interface):
            "No right to capture \(interface.printable): CAP_NET_RAW is missing. Run with sudo, or once: sudo setcap cap_net_raw+ep \"$(command -v v6audit)\""
        case .interfaceDown(let interface):
            "\(interface.printable) is switched off. Switch it on: sudo ip link set \(interface.printable) up"
        case .invalidFilter(let expression, let reason):
            "The filter \"\(expression.printable)\" cannot be used: \(reason.printable). See pcap-filter(7)."
        case .linkTypeChanged(let interface, let from, let to):
            "\(interface.printable) came back with frames of type \(to) instead of \(from): what follows would be another capture. What was seen so far is kept."
        case .failed(let interface, let reason): "\(interface.printable) cannot be captured: \(reason.printable)."
        case .rightsKept(let step, let reason):
            "Root's rights could not be given up (\(step): \(reason)); nothing was captured. --allow-root captures as root."
        case .runsAs(let user): "The interface is open; from here on this runs as user \(user.printable)."
        case .listFailed(let reason): "The interfaces cannot be listed: \(reason.printable)."
        case .segmentNeeded(let interface, let file):
            "Which segment does \(interface.printable) show? Give --segment ID, or add to captures: in \(file.printable): {files: \"interface \(interface.printable)\", segment: ID}"
        case .stateSecret(let segment, let file):
            "Segment \(segment.printable) is marked as a state-secret link (stateSecret in \(file.printable)): it is never captured."
        case .noAuthorisation(let segment, let file):
            "No authorisation to capture segment \(segment.printable) is recorded. Add it to authorisations: in \(file.printable): {id, document, date, signer, actions: [capture], segments: [\(segment.printable)], from, to}"
        case .authorisationOver(let id, let segment, let last, let file):
            "The authorisation \(id.printable) to capture segment \(segment.printable) ended on \(last). Record a new one in authorisations: of \(file.printable)."
        case .authorisationNotYet(let id, let segment, let first, let file):
            "The authorisation \(id.printable) to capture segment \(segment.printable) begins on \(first) (authorisations: in \(file.printable))."
        case .authorisationIncomplete(let id, let missing, let file):
            "The authorisation \(id.printable) lacks \(missing.map(\.rawValue).joined(separator: ", ")): complete it in authorisations: of \(file.printable)."
        case .permissionEnded(let time):
            "The authorisation ended at \(time): so does the capture. What was seen is kept."
        case .progress(let interface, let packets, let dropped, let rate, let file):
            "\(interface.printable): \(packets) packets, \(dropped) lost, \(rate) packets/s\(file.map { ", \($0.printable)" } ?? "")"
        case .wentDown(let interface):
            "\(interface.printable) went down or has no carrier. Waiting for it to come back; Ctrl-C ends."
        case .cameBack(let interface, let seconds): "\(interface.printable) is back after \(seconds) s."
        case .summary(let interface, let packets, let received, let kernel, let byInterface):
            "\(interface.printable): \(packets) packets captured, \(received) received, \(kernel) dropped by the kernel, \(byInterface) dropped by the interface."
        case .packetsMissing:
            "Packets are missing: what was not seen may still have been there. A larger buffer (-B), a filter (-f) or fewer bytes a packet (-s) help."
        case .gaps(let count): "Times in which the interface was down: \(count). Nothing is known about them."
        case .cannotCreate(let path, let reason):
            "Cannot write \(path.printable): \(reason). Choose another place with -w; nothing was captured."
        case .folderClosed(let path, let user):
            "User \(user.printable), as whom this captures, may not make files in \(path.printable), which -b needs. Choose a folder of that user, or --allow-root."
        case .writeFailed(let path, let reason):
            "\(path.printable) cannot be written further: \(reason). The capture ends; what was written and seen is kept."
        case .diskFull(let path):
            "The disk is full: \(path.printable) ends here, and so does the capture. What was written and seen is kept."
        case .filesRemoved(let count):
            "Files that the ring gave up: \(count). Evidence in them can no longer be opened."
        case .eitherFilesOrInterface: "Give either files with -r or an interface with -i."
        case .needsInterface(let option): "\(option) needs an interface (-i)."
        case .needsFile(let option): "\(option) needs a file (-w)."
        case .seriesNeedsLimit: "-b needs filesize: or duration:, so that a next file can begin."
        case .invalidCriterion(let option, let text, let known):
            "\(option) \(text.printable): write one of \(known.map { "\($0):NUMBER" }.joined(separator: ", "))."
        case .invalidNumber(let option): "\(option) needs a number above 0."
        case .interfaceWord(let word):
            switch word {
            case .up: "up"
            case .down: "down"
            case .noCarrier: "no carrier"
            case .loopback: "loopback"
            case .wireless: "wireless"
            }
        }
    }
}

import ArgumentParser
import AuditReport
import Foundation
import Messages
import NetworkTypes
import SiteLoading
import SiteModel

extension V6Audit {
    /// A person's statement about two machines, remembered in the site's own file.
    struct PinHosts: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pin", abstract: Terminal.text(PinHelpMessage.pin),
            discussion: Terminal.text(PinHelpMessage.discussion))

        @Argument(help: ArgumentHelp(Terminal.text(PinHelpMessage.argumentHosts), valueName: "host"))
        var hosts: [String] = []

        @Flag(help: ArgumentHelp(Terminal.text(PinHelpMessage.optionSame)))
        var same = false

        @Flag(help: ArgumentHelp(Terminal.text(PinHelpMessage.optionDifferent)))
        var different = false

        @Option(help: ArgumentHelp(Terminal.text(PinHelpMessage.optionWhy), valueName: "text"))
        var why: String?

        @Option(help: ArgumentHelp(Terminal.text(PinHelpMessage.optionBy), valueName: "office"))
        var by: String?

        @Option(help: ArgumentHelp(Terminal.text(PinHelpMessage.optionOn), valueName: "date"))
        var on: String?

        @Flag(help: ArgumentHelp(Terminal.text(PinHelpMessage.optionList)))
        var list = false

        @Option(help: ArgumentHelp(Terminal.text(PinHelpMessage.optionUndo), valueName: "number"))
        var undo: Int?

        @Flag(help: ArgumentHelp(Terminal.text(PinHelpMessage.optionDryRun)))
        var dryRun = false

        @Option(help: ArgumentHelp(Terminal.text(HelpMessage.optionSite), valueName: "dir"))
        var site: String

        @Flag(help: ArgumentHelp(Terminal.text(HelpMessage.optionJSON)))
        var json = false

        @OptionGroup var common: CommonOptions

        func validate() throws {
            func refuse(_ message: some LocalizedMessage) -> ValidationError {
                ValidationError(Terminal.text(message))
            }
            if list, undo != nil { throw refuse(PinMessage.listOrUndo) }
            if list || undo != nil {
                let given = [
                    ("HOST", !hosts.isEmpty), ("--same", same), ("--different", different), ("--why", why != nil),
                    ("--by", by != nil), ("--on", on != nil), ("--dry-run", dryRun && list),
                ]
                if let option = given.first(where: \.1)?.0 {
                    throw refuse(PinMessage.notTogether(option: option, with: list ? "--list" : "--undo"))
                }
                return
            }
            guard hosts.count == 2 else { throw refuse(PinMessage.needsTwoHosts) }
            guard same != different else { throw refuse(PinMessage.sameOrDifferent) }
            for (option, text) in [("--why", why), ("--by", by)] {
                if let text, text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
                    throw refuse(PinMessage.oneLine(option: option))
                }
            }
            guard why?.trimmed.isEmpty == false else { throw refuse(PinMessage.needsReason) }
            if let on, CalendarDate(on) == nil { throw refuse(CommandMessage.invalidDate(text: on)) }
        }

        func run() throws {
            let failure = Failure(isJSON: json)
            let folder = try SiteFolder(path: site, failure: failure)
            let audit = try NewestAudit.document(of: folder, failure)
            let pins = try SitePins(folder: folder, audit: audit, failure: failure)
            if list { return try pins.print(nil, isWritten: false, isJSON: json) }
            let change: PinFile.Change
            if let undo {
                change = try pins.removing(undo)
            } else {
                let keys = try hosts.map { try pins.key(of: $0) }
                if let key = keys.first, keys.allSatisfy({ $0 == key }) {
                    throw failure.couldNotRun("pin", PinMessage.sameHost(text: key.text))
                }
                let today = CaptureTime(seconds: Int64(time(nil))).date(offsetMinutes: folder.site.utcOffsetMinutes)
                let day = on.flatMap { CalendarDate($0) } ?? today
                guard let office = by?.trimmed ?? pins.office(on: day, in: Terminal.language), !office.isEmpty else {
                    throw failure.couldNotRun("pin", PinMessage.needsOffice(site: folder.path))
                }
                let pin = Pin(relation: same ? .same : .different, keys: keys, by: office, on: day, why: why?.trimmed)
                if let line = pins.line(of: pin) {
                    if !common.quiet { Terminal.say(PinMessage.alreadyStated(file: pins.path, line: line)) }
                    return try pins.print(nil, isWritten: false, isJSON: json)
                }
                change = try pins.adding(pin)
                if !common.quiet { for message in pins.unseen(keys) { Terminal.say(message) } }
            }
            if !dryRun { try pins.write(change) }
            if !common.quiet { Terminal.say(pins.message(change, isRemoval: undo != nil, isWritten: !dryRun)) }
            try pins.print((undo == nil ? "added" : "removed", change), isWritten: !dryRun, isJSON: json)
        }
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}

import AuditPipeline
import AuditRules
import Dispatch
import Glibc
import HostClassification
import HostCorrelation
import Messages
import NetworkTypes
import RuleCatalog
import SiteModel
import TrafficObservation

// measure-hosts CAPTURE [TRUTH.csv]: how long one audit takes after reading, stage by stage, and how much memory; with a
// truth file (host,class,mac,…) also how many hosts have the state that it says.

/// Resident now and at most, in MiB.
func memory() -> (now: Int, peak: Int) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    var pages = 0
    if let file = fopen("/proc/self/statm", "r") {
        var (size, resident) = (0, 0)
        withUnsafeMutablePointer(to: &size) { size in
            withUnsafeMutablePointer(to: &resident) { resident in
                _ = withVaList([size, resident]) { vfscanf(file, "%ld %ld", $0) }
            }
        }
        pages = resident
        fclose(file)
    }
    return (pages * 4096 >> 20, Int(usage.ru_maxrss) >> 10)
}

var started = DispatchTime.now().uptimeNanoseconds

@MainActor func stage(_ name: String) {
    let now = DispatchTime.now().uptimeNanoseconds
    let (resident, peak) = memory()
    let milliseconds = (now - started) / 1_000_000
    print("\(name): \(milliseconds) ms, \(resident) MiB now, \(peak) MiB at most")
    started = DispatchTime.now().uptimeNanoseconds
}

/// The states that a class of the truth allows.
func states(of name: Substring) -> Set<HostState> {
    switch name {
    case "v4": [.ipv4Only, .ipv4LatentIPv6, .ipv4Seen]
    case "v6": [.ipv6Only]
    default: [.dualConfigured, .dualOperational]
    }
}

func agreement(_ profiles: [HostProfile], _ path: String) -> (agreeing: Int, hosts: Int) {
    var known: [MACAddress: HostState] = [:]
    known.reserveCapacity(profiles.count)
    for profile in profiles { for mac in profile.host.macs { known[mac] = profile.state } }
    guard let file = fopen(path, "r") else { return (0, 0) }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 1024)
    var (agreeing, hosts) = (0, 0)
    while fgets(&line, Int32(line.count), file) != nil {
        let bytes = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let fields = String(decoding: bytes, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count > 2, let mac = MACAddress(String(fields[2])) else { continue }
        hosts += 1
        if let state = known[mac], states(of: fields[1]).contains(state) { agreeing += 1 }
    }
    return (agreeing, hosts)
}

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
    print("measure-hosts CAPTURE [TRUTH.csv]")
    exit(64)
}
let set = CaptureScan().run([arguments[1]]).observations
stage("read and observed")
let table = HostCorrelator.correlate(set)
stage("correlated \(table.hosts.count) hosts")
let profiles = HostClassifier.classify(table, set)
stage("classified")
let rules = try RuleLoader.load(BuiltInText.rules.map { ($0.path, $0.text) as RuleLoader.File })
let site = Site(id: "measure", name: LocalizedText(vi: "đo", en: "measure"))
let index = SiteIndex(site)
stage("loaded \(rules.count) rules")
let date = (set.captures.first?.lastSeen ?? CaptureTime(nanoseconds: 0)).date(offsetMinutes: 420)
let policy = PolicyValues(
    minimumObservation: site.policy.minimumObservation, ipv6OnlyObservation: site.policy.ipv6OnlyObservation,
    window: site.policy.window)
var evaluator = RuleEvaluator(rules: rules, policy: policy, asOf: date)
FactFilling.evaluate(
    into: &evaluator, set: set, table: table, profiles: profiles, index: index, date: date,
    agencyOfHost: [String](repeating: AuditSnapshot.unassigned, count: profiles.count))
let evaluation = evaluator.finish()
stage("evaluated \(evaluation.evaluated.count) rules and agencies, \(evaluation.findings.count) findings")
if arguments.count > 2 {
    let (agreeing, hosts) = agreement(profiles, arguments[2])
    print("\(agreeing) of \(hosts) hosts have the state of the truth")
}

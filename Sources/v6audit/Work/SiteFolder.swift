import Foundation
import Messages
import SiteLoading
import SiteModel

/// A site folder that was loaded, with what commands ask of it.
struct SiteFolder {
    let path: String
    let site: Site

    init(path: String, failure: Failure) throws(ExitStatus) {
        guard FileManager.default.fileExists(atPath: path + "/site.yaml") else {
            throw failure.couldNotRun("site", CommandMessage.siteFolderMissing(path: path), file: path)
        }
        self.path = path
        do {
            site = try SiteLoader.load(folder: path)
        } catch {
            throw failure.site(error)
        }
    }

    var historyPath: String { path + "/history.sqlite" }
    var rulesPath: String? {
        FileManager.default.fileExists(atPath: path + "/rules") ? path + "/rules" : nil
    }
    /// The captures that lie in the folder itself.
    var capturesPath: String? {
        FileManager.default.fileExists(atPath: path + "/captures") ? path + "/captures" : nil
    }

    /// Everything that an audit's result depends on in this folder, in a fixed order.
    func contents() -> [[UInt8]] {
        ["site.yaml", "systems.csv", "answers.yaml"].map {
            (FileManager.default.contents(atPath: path + "/" + $0)).map { Array($0) } ?? []
        }
    }

    func checkSegment(_ segment: String?, _ failure: Failure) throws(ExitStatus) {
        guard let segment, !site.segments.contains(where: { $0.id == segment }) else { return }
        throw failure.couldNotRun(
            "segment", CommandMessage.segmentUnknown(id: segment, known: site.segments.map(\.id)))
    }

    /// Why a capture must not be read: it shows a link that carries state secrets.
    func refusal(of capture: String, segment: String?) -> CommandMessage? {
        let assigned = site.captures.filter { entry in
            (0..<64).contains { entry.matches(path: capture, interface: $0, siteFolder: path) }
        }.compactMap(\.segment)
        for id in [segment].compactMap({ $0 }) + assigned {
            if site.segments.contains(where: { $0.id == id && $0.stateSecret }) {
                return .stateSecretCapture(segment: id)
            }
        }
        return nil
    }
}

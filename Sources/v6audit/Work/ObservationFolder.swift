import Foundation
import Messages
import ObservationFile
import TrafficObservation

/// `observations/` of a site: what was imported, probed or observed, without packets, one file for each source.
struct ObservationFolder {
    let path: String

    init(_ site: SiteFolder) { path = site.path + "/observations" }

    /// Sorted; none where the folder is missing.
    var files: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".v6obs") }.sorted().map { path + "/" + $0 }
    }

    func make() throws(OutputError) {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw OutputError(path: path, code: errno) }
    }

    /// Writes a set under the digest of its source, which makes writing the same again change nothing.
    func write(_ set: ObservationSet, digest: String) throws(OutputError) {
        try make()
        try FileOutput.write(ObservationFile.encode(set), to: path + "/" + digest + ".v6obs", mode: 0o600)
    }

    /// The imported files that the site has already.
    ///
    /// - Throws: what is wrong with the first file that cannot be read.
    func imports() throws(ObservationFileError) -> [ImportedFile] {
        var result: [ImportedFile] = []
        for file in files { result += try ObservationFile.read(file).imports }
        return result
    }
}

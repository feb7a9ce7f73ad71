import Foundation
import Messages
import SiteLoading
import Testing

/// Files on disk that are no text, too large or no file at all.
@Suite struct SiteFileTests {
    private func problems(site bytes: [UInt8]) throws -> [SiteProblem] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "v6audit-site-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(bytes).write(to: folder.appending(path: "site.yaml"))
        do throws(SiteError) {
            _ = try SiteLoader.load(folder: folder.path)
            return []
        } catch {
            return error.problems
        }
    }

    @Test func loadsAFolder() throws {
        #expect(try problems(site: Array(SmallSite.text.utf8)) == [])
    }

    private struct Broken {
        let bytes: [UInt8]
        let offset: Int
        let line: Int
        let column: Int
    }

    private static let broken = [
        Broken(bytes: Array("id: a\nb: ".utf8) + [0xc3, 0x41], offset: 9, line: 2, column: 4),
        Broken(bytes: [0xff, 0xfe, 0x73, 0], offset: 0, line: 1, column: 1),
        Broken(bytes: [0x61, 0xc0, 0x80], offset: 1, line: 1, column: 2),
        Broken(bytes: [0x61, 0xe1, 0xba], offset: 1, line: 1, column: 2),
    ]

    @Test(arguments: broken)
    private func reportsTheFirstByteThatIsNotUTF8(_ file: Broken) throws {
        let problem = try #require(try problems(site: file.bytes).first)
        #expect(problem.message == .notUTF8(offset: file.offset))
        #expect(problem.line == file.line)
        #expect(problem.column == file.column)
    }

    @Test func refusesLargeFilesAndFolders() throws {
        let large = [UInt8](repeating: 0x20, count: 16 << 20 | 1)
        #expect(try problems(site: large).map(\.message) == [.tooLarge(limitMiB: 16)])
        #expect(throws: SiteError.self) { try SiteLoader.load(folder: "/dev/null") }
    }
}

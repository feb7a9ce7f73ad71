import Foundation
import TestSupport
import Testing
import TrafficObservation

@testable import ObservationFile

@Suite struct ObservationFileTests {
    @Test(arguments: StoredSets.samples + StoredSets.collection)
    func whatIsWrittenIsReadAgain(_ url: URL) throws {
        let set = try StoredSets.observe(url)
        let bytes = ObservationFile.encode(set)
        let read = try ObservationFile.decode(bytes, path: "x.v6obs")
        #expect(read == set)
        #expect(ObservationFile.encode(read) == bytes)
    }

    @Test func storedSetsMergeToTheSameFileInAnyOrder() throws {
        let sets = try StoredSets.samples.map { try StoredSets.observe($0) }
        let files = sets.map { ObservationFile.encode($0) }
        let direct = ObservationFile.encode(try sets[0].merged(with: sets[1]).merged(with: sets[2]))
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            var merged = ObservationSet()
            for place in order { try merged.merge(try ObservationFile.decode(files[place], path: "x")) }
            #expect(ObservationFile.encode(merged) == direct)
        }
    }

    @Test func theFileIsSmallerThanTheCapture() throws {
        let url = StoredSets.samples[1]
        let bytes = ObservationFile.encode(try StoredSets.observe(url))
        #expect(bytes.count < (try Data(contentsOf: url)).count / 5)
    }

    @Test func noPayloadIsWritten() throws {
        let url = StoredSets.samples[0]
        let open = try StoredSets.observe(url, isPiece: true)
        #expect(ObservationFile.encode(open) == ObservationFile.encode(try StoredSets.observe(url)))
    }

    @Test func anEmptySetIsAFileToo() throws {
        let bytes = ObservationFile.encode(ObservationSet())
        #expect(try ObservationFile.decode(bytes, path: "x") == ObservationSet())
    }

    // MARK: Damage

    private static func reason(_ bytes: [UInt8], limits: ObservationLimits = ObservationLimits())
        -> ObservationFileError.Reason?
    {
        do throws(ObservationFileError) {
            _ = try ObservationFile.decode(bytes, path: "x", limits: limits)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func everyChangedByteIsNoticed() throws {
        let bytes = ObservationFile.encode(try StoredSets.observe(StoredSets.samples[2]))
        for place in stride(from: 0, to: bytes.count, by: 97) {
            var damaged = bytes
            damaged[place] ^= 0x10
            #expect(Self.reason(damaged) != nil, "byte \(place)")
        }
    }

    @Test func everyShorterFileIsNoticed() throws {
        let bytes = ObservationFile.encode(try StoredSets.observe(StoredSets.samples[2]))
        for length in Array(0..<120) + Array(stride(from: 120, to: bytes.count, by: 211)) {
            #expect(Self.reason(Array(bytes.prefix(length))) != nil, "\(length) bytes")
        }
        #expect(Self.reason([]) == .notObservations)
        #expect(Self.reason(Array(bytes.prefix(30))) == .truncated)
        #expect(Self.reason(Array(bytes.dropLast())) == .checksum)
    }

    /// Sections with changed bytes behind a right checksum: an error or a set, never a trap.
    @Test(arguments: StoredSets.samples)
    func hostileSectionsNeverTrap(_ url: URL) throws {
        let sections = StoredSets.sections(ObservationFile.encode(try StoredSets.observe(url)))
        var random = SeededGenerator(seed: 6)
        var refused = 0
        for _ in 0..<400 {
            var changed = sections
            let place = Int.random(in: 0..<changed.count, using: &random)
            for _ in 0..<Int.random(in: 1...4, using: &random) where !changed[place].content.isEmpty {
                let byte = Int.random(in: 0..<changed[place].content.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: changed[place].content.remove(at: byte)
                case 1: changed[place].content.insert(UInt8.random(in: 0...255, using: &random), at: byte)
                case 2: changed[place].content.removeLast(changed[place].content.count - byte)
                default: changed[place].content[byte] = UInt8.random(in: 0...255, using: &random)
                }
            }
            if Self.reason(StoredSets.file(changed)) != nil { refused += 1 }
        }
        #expect(refused > 100)
    }

    @Test func aNewerFormatIsRefusedAndAnUnknownSectionSkipped() throws {
        let set = try StoredSets.observe(StoredSets.samples[2])
        var sections = StoredSets.sections(ObservationFile.encode(set))
        #expect(Self.reason(StoredSets.file(sections, major: 2)) == .newerVersion(major: 2))
        sections.insert(StoredSets.Section(tag: 0x5a5a_5a5a, content: [1, 2, 3]), at: 1)
        #expect(try ObservationFile.decode(StoredSets.file(sections), path: "x") == set)
    }

    @Test func whatANewerMinorVersionAddsToARowIsSkipped() throws {
        let set = try StoredSets.observe(StoredSets.samples[2])
        var sections = StoredSets.sections(ObservationFile.encode(set))
        let place = try #require(
            sections.firstIndex { $0.tag == SectionTag.tunnels.number || $0.tag == SectionTag.flows.number })
        var content = sections[place].content
        // Count and the first row's length are one byte each only in small tables; make one of a single row.
        let count = Int(content[0])
        guard count < 128, content[1] < 127 else { return }
        let length = Int(content[1])
        content[1] += 1
        content.insert(0x55, at: 2 + length)
        sections[place].content = content
        #expect(try ObservationFile.decode(StoredSets.file(sections), path: "x") == set)
    }

    @Test func aSectionThatClaimsTooMuchIsRefusedBeforeItIsUnpacked() throws {
        var bytes = Array(ObservationFile.encode(ObservationSet()).dropLast(ObservationFile.digestCount))
        let packed = Compression.deflate([0])
        for claim in [UInt64(1) << 62, 1 << 29] {
            var bomb = bytes
            bomb.append(integer: SectionTag.flows.number)
            bomb.append(integer: UInt64(packed.count))
            bomb.append(integer: claim)
            bomb += packed
            #expect(Self.reason(StoredSets.signed(bomb)) != nil)
        }
        bytes.append(integer: SectionTag.flows.number)
        bytes.append(integer: UInt64.max)
        bytes.append(integer: UInt64(1))
        #expect(Self.reason(StoredSets.signed(bytes)) == .truncated)
    }

    @Test func moreRowsThanAllowedNameTheLimit() throws {
        let set = try StoredSets.observe(StoredSets.samples[0])
        var limits = ObservationLimits()
        limits.flows = 1
        #expect(
            Self.reason(ObservationFile.encode(set), limits: limits)
                == .tooManyRows(limit: "flows", rows: UInt64(set.flows.count), allowed: 1))
    }
}

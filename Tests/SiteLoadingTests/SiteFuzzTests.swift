import Messages
import SiteLoading
import Testing

/// Mutated files never crash the loader and never hang it.
@Suite struct SiteFuzzTests {
    /// SplitMix64, so that every run is the same.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
    }

    private static let pieces = [
        "&a ", "*a", "[", "]", "{", "}", ": ", "- ", "\n", "\t", "\"", "'", "|", ">", "#", "!!int ", "null", "\u{0}",
        "\u{feff}",
        "--- ", "...", "?", "%YAML 9.9", "/", "/999", "99999999999999999999", "2025-02-30", ",", "\r", "<<: ",
        "\u{301}", "🇻🇳",
    ]

    private func mutate(_ text: String, with generator: inout Generator) -> String {
        var characters = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let at = Int.random(in: 0..<max(1, characters.count), using: &generator)
            let end = min(characters.count, at + Int.random(in: 0...12, using: &generator))
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: characters.removeSubrange(min(at, end)..<end)
            case 1: characters.insert(contentsOf: characters[min(at, end)..<end], at: min(at, characters.count))
            default:
                let piece = Self.pieces.randomElement(using: &generator) ?? ""
                characters.insert(contentsOf: piece.unicodeScalars, at: min(at, characters.count))
            }
        }
        var mutated = String.UnicodeScalarView()
        mutated.append(contentsOf: characters)
        return String(mutated)
    }

    @Test func survivesTwoThousandMutations() {
        var generator = Generator(state: 6)
        var refused = 0
        for round in 0..<2000 {
            var (site, systems, answers) = (SmallSite.text, ExampleSite.systems, ExampleSite.answers)
            switch round % 3 {
            case 0: site = mutate(ExampleSite.site, with: &generator)
            case 1: systems = mutate(systems, with: &generator)
            default: answers = mutate(answers, with: &generator)
            }
            do throws(SiteError) {
                _ = try SiteLoader.read(site: site, systems: systems, answers: answers)
            } catch {
                refused += 1
                #expect(!error.problems.isEmpty)
                for problem in error.problems { #expect(!problem.text(in: .vietnamese).isEmpty) }
            }
        }
        #expect(refused > 1000)
    }
}

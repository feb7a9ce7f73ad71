import Messages

/// What the picture counts apart. Provisional states and states without enough evidence stand together as
/// `undetermined`: they are neither pass nor fail.
enum ChartCategory: String, CaseIterable {
    case dualOperational = "dual-operational"
    case ipv6Mostly = "ipv6-mostly"
    case ipv6Only = "ipv6-only"
    case dualConfigured = "dual-configured"
    case dualBroken = "dual-broken"
    case latent = "ipv4-latent-ipv6"
    case ipv4Only = "ipv4-only"
    case linkLocalOnly = "link-local-only"
    case undetermined = "undetermined"

    init(state: String, isProvisional: Bool) {
        self = isProvisional ? .undetermined : ChartCategory(rawValue: state) ?? .undetermined
    }

    func title(_ language: Language) -> String {
        self == .undetermined
            ? ReportMessage.undetermined.text(in: language) : ReportTerm.hostState(rawValue).text(in: language)
    }

    /// The letter in the bar and in the legend: colour is never alone.
    var letter: String {
        switch self {
        case .dualOperational: "A"
        case .ipv6Mostly: "B"
        case .ipv6Only: "C"
        case .dualConfigured: "D"
        case .dualBroken: "E"
        case .latent: "F"
        case .ipv4Only: "G"
        case .linkLocalOnly: "H"
        case .undetermined: "?"
        }
    }

    var fill: String {
        switch self {
        case .dualOperational: "#5fb587"
        case .ipv6Mostly: "#58b8b0"
        case .ipv6Only: "#7fb0e6"
        case .dualConfigured: "#b9d989"
        case .dualBroken: "#e58a80"
        case .latent: "#f2cf72"
        case .ipv4Only: "#eba565"
        case .linkLocalOnly: "#c3a6dc"
        case .undetermined: "#d3d7dc"
        }
    }

    /// The lines of the pattern in a square of eight; none where the colour stands plain.
    fileprivate var stroke: HTMLMarkup {
        switch self {
        case .dualOperational: ""
        case .ipv6Mostly: "M0 4H8"
        case .ipv6Only: "M4 0V8"
        case .dualConfigured: "M3 4H5"
        case .dualBroken: "M0 0L8 8M8 0L0 8"
        case .latent: "M0 8L8 0"
        case .ipv4Only: "M0 0L8 8"
        case .linkLocalOnly: "M4 2V6M2 4H6"
        case .undetermined: "M0 1H3"
        }
    }
}

/// Stacked horizontal bars of host states, as SVG that needs neither script nor page styles.
struct HTMLStateChart {
    let language: Language

    struct Bar {
        /// Unique in the page.
        let identifier: String
        let label: String
        let counts: [ChartCategory: Int]

        var total: Int { counts.values.reduce(0, +) }
    }

    /// The patterns that all bars of the page refer to.
    static var patterns: HTMLMarkup {
        let patterns = ChartCategory.allCases.filter { !$0.stroke.isEmpty }.map { category -> HTMLMarkup in
            """
            <pattern id="p-\(category.rawValue)" width="8" height="8" patternUnits="userSpaceOnUse">\
            <path d="\(category.stroke)" stroke="#333" stroke-opacity=".45" stroke-width="1.2" fill="none"/></pattern>
            """
        }
        return """
            <svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>\(patterns.joined())</defs></svg>

            """
    }

    func bar(_ bar: Bar) -> HTMLMarkup {
        let total = bar.total
        guard total > 0 else { return .empty }
        var start = 0
        var parts = HTMLMarkup.empty
        for category in ChartCategory.allCases {
            guard let count = bar.counts[category], count > 0 else { continue }
            let x = Self.percent(start, of: total)
            let width = Self.percent(count, of: total)
            parts += rectangle(category, x: x, width: width)
            if count * 100 >= total * 7 {
                let middle = Self.percent(start * 2 + count, of: total * 2)
                parts += """
                    <text x="\(middle)" y="20" text-anchor="middle" fill="#111" stroke="#fff" stroke-width="3" \
                    paint-order="stroke">\(category.letter)\u{a0}\(language.number(count))</text>
                    """
            }
            start += count
        }
        return """
            <div class="bar"><span class="label">\(bar.label)</span>
            <svg class="states" role="img" aria-labelledby="\(bar.identifier)-t \(bar.identifier)-d" width="100%" height="30">\
            <title id="\(bar.identifier)-t">\(bar.label)</title><desc id="\(bar.identifier)-d">\(description(bar))</desc>
            \(parts)</svg></div>

            """
    }

    /// Swatch, letter and words of each category that any bar shows.
    func legend(for bars: [Bar]) -> HTMLMarkup {
        let shown = ChartCategory.allCases.filter { category in bars.contains { ($0.counts[category] ?? 0) > 0 } }
        let items = shown.map { category -> HTMLMarkup in
            """
            <li><svg width="26" height="18" aria-hidden="true">\(rectangle(category, x: "0", width: "26", height: 18))</svg>\
            <span><b>\(category.letter)</b> \(category.title(language))</span></li>

            """
        }
        return "<ul class=\"legend\">\(items.joined())</ul>\n"
    }

    private func description(_ bar: Bar) -> String {
        ChartCategory.allCases.compactMap { category in
            guard let count = bar.counts[category], count > 0 else { return nil }
            return "\(category.title(language)): \(language.number(count))"
        }.joined(separator: "; ") + "."
    }

    private func rectangle(_ category: ChartCategory, x: String, width: String, height: Int = 28) -> HTMLMarkup {
        let place: HTMLMarkup = "x=\"\(x)\" y=\"1\" width=\"\(width)\" height=\"\(height - 2)\""
        let plain: HTMLMarkup = "<rect \(place) fill=\"\(category.fill)\" stroke=\"#333\" stroke-width=\"1\"/>"
        if category.stroke.isEmpty { return plain }
        return plain + "<rect \(place) fill=\"url(#p-\(category.rawValue))\"/>"
    }

    /// A share in per cent with two decimals and a point, for an SVG attribute.
    private static func percent(_ part: Int, of whole: Int) -> String {
        let hundredths = part.multipliedReportingOverflow(by: 10_000).partialValue / max(whole, 1)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}

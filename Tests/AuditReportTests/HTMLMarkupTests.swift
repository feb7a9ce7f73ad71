import Testing

@testable import AuditReport

@Suite struct HTMLMarkupTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onmouseover=\"x", "&quot; onmouseover=&quot;x"),
        ("' a & b", "&#39; a &amp; b"),
        ("pc\u{202e}gpj.exe", "pc\u{fffd}gpj.exe"),
        ("a\u{2066}b\u{2069}\u{200f}\u{61c}", "a\u{fffd}b\u{fffd}\u{fffd}\u{fffd}"),
        ("a\u{0}\u{1b}[31m\n\u{9b}", "a\u{fffd}\u{fffd}[31m\u{fffd}\u{fffd}"),
        ("Máy tính của Đặng Thị Ưu", "Máy tính của Đặng Thị Ưu"),
    ])
    func escapesWhatIsNotOurs(text: String, expected: String) {
        let markup: HTMLMarkup = "\(text)"
        #expect(markup.html == expected)
        #expect(HTMLMarkup(text: text).html == expected)
    }

    @Test func keepsMarkupOfLiteralsAndOfOtherPieces() {
        let inner: HTMLMarkup = "<b>\("<i>")</b>"
        let outer: HTMLMarkup = "<p class=\"\("a\"b")\">\(inner)\(3)</p>"
        #expect(outer.html == "<p class=\"a&quot;b\"><b>&lt;i&gt;</b>3</p>")
    }

    @Test func joinsWithASeparatorOnlyBetweenPieces() {
        #expect(([] as [HTMLMarkup]).joined(separator: ", ").isEmpty)
        #expect((["a", "b", "c"] as [HTMLMarkup]).joined(separator: "<br>").html == "a<br>b<br>c")
    }

    @Test func writesOneCommandALine() {
        let markup = HTMLMarkup.commands("ip -6 addr\n\n  \nrdisc6 <eth0>\n")
        #expect(
            markup.html == "<code class=\"command\">ip -6 addr</code><code class=\"command\">rdisc6 &lt;eth0&gt;</code>"
        )
    }

    @Test(arguments: [
        ("a `b < c` d", "<p>a <code>b &lt; c</code> d</p>"), ("it`s", "<p>it`s</p>"),
        ("x\ny\n\nz", "<p>x y</p><p>z</p>"), ("- a\n  b\n- c", "<ul><li>a b</li><li>c</li></ul>"),
        ("`a` `b", "<p><code>a</code> `b</p>"),
        ("x\n- y\n- <z>\nw", "<p>x</p><ul><li>y</li><li>&lt;z&gt;</li></ul><p>w</p>"),
    ])
    func writesTextsAsTheirAuthorMeans(text: String, expected: String) {
        #expect(HTMLMarkup.prose(text).html == expected)
    }

    @Test func givesEveryTableACaptionAndScopes() {
        let table = HTMLMarkup.table(
            caption: "C<", columns: ["A", "B"], numeric: [1], rows: [["x", "1"]], rowIdentifiers: ["r-1"])
        #expect(table.html.contains("<caption>C&lt;</caption>"))
        #expect(table.html.contains("<th scope=\"col\">A</th><th scope=\"col\" class=\"n\">B</th>"))
        #expect(table.html.contains("<tr id=\"r-1\"><th scope=\"row\">x</th><td class=\"n\">1</td></tr>"))
    }
}

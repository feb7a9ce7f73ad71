/// The styles of the page: screen in light and dark, narrow and wide; A4 paper.
enum HTMLStylesheet {
    static let text = screen + dark + paper

    /// Fonts whose every Vietnamese letter exists on the systems in use; Liberation 1.x, the stand-in for Arial and
    /// Times New Roman on Debian 12, lacks a hundred of them.
    private static let screen = """
        :root{--text:#1a1f26;--soft:#4a5563;--page:#fff;--panel:#f4f6f8;--line:#c3cad2;--head:#12375e;--link:#0b4f8a;\
        --warn-back:#fff6dd;--warn-line:#9a6b00;--blocker:#9b1c1c;--high:#8a4300;--medium:#5c5300;--ok:#1c6b3c;--halo:#fff;--mark:#111}
        *{box-sizing:border-box}
        html{font:16px/1.5 "Noto Sans","Segoe UI","DejaVu Sans",system-ui,sans-serif;color:var(--text);background:var(--page)}
        body{margin:0 auto;max-width:76rem;padding:0 1.25rem 3rem}
        h1,h2,h3,h4{color:var(--head);line-height:1.25;margin:1.6em 0 .5em;overflow-wrap:anywhere}
        h1{font-size:1.8rem;margin:.2em 0 .4em}h2{font-size:1.35rem;border-bottom:2px solid var(--head);padding-bottom:.2em;margin-top:2.2em}
        h3{font-size:1.12rem}h4{font-size:1rem;margin:0 0 .35em}p{margin:.45em 0}a{color:var(--link)}
        ul,ol{margin:.45em 0;padding-left:1.4em}
        code{font:.86em "Noto Sans Mono","DejaVu Sans Mono",Consolas,monospace;overflow-wrap:anywhere}
        code.command{display:block;background:var(--panel);border-left:3px solid var(--line);padding:.25em .6em;margin:.3em 0;white-space:pre-wrap;min-width:11em}
        bdi{overflow-wrap:anywhere}th bdi,td bdi{overflow-wrap:break-word}.id,.date{white-space:nowrap}
        .skip{position:absolute;left:-100rem}.skip:focus{position:static}
        .kicker{letter-spacing:.03em;color:var(--soft);font-size:.85rem;font-weight:600;margin:2rem 0 0}
        header{border-bottom:3px double var(--head);padding-bottom:1rem}
        dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.2rem;margin:.8rem 0}
        dl.facts dt{color:var(--soft)}dl.facts dd{margin:0;overflow-wrap:anywhere;min-width:0}
        .box{border:1px solid var(--line);border-left:5px solid var(--line);background:var(--panel);padding:.6rem .9rem;margin:.9rem 0}
        .box.warning{background:var(--warn-back);border-color:var(--warn-line)}.box strong:first-child{display:block}
        nav ol{columns:2;column-gap:2.5rem}nav li{break-inside:avoid}nav ol ol{columns:1;font-size:.93em}
        .lead{font-size:1.08rem}.note{color:var(--soft);font-size:.92rem}
        .scroll{overflow-x:auto;margin:.8rem 0}.scroll:focus-visible{outline:2px solid var(--link)}
        table{border-collapse:collapse;width:100%;font-size:.9rem}
        caption.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;padding:0}
        @media screen{.hosts td:nth-child(2){min-width:10em}.hosts td:nth-child(3){min-width:12em}.hosts td:nth-child(4){min-width:7.5em}.hosts td:nth-child(5){min-width:15em}.hosts tbody th{min-width:13em}}
        caption{text-align:left;font-weight:600;padding:.3rem 0;color:var(--soft)}
        th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
        thead th{background:var(--panel);color:var(--head)}tbody th{font-weight:600;min-width:6em}td{min-width:3em}.n{text-align:right}td.n{white-space:nowrap}
        tr:target,.item:target,details:target{outline:3px solid var(--link)}
        td ul{margin:0;padding-left:1.1em}.plain{list-style:none;padding:0;margin:0}
        .item{border:1px solid var(--line);border-left:5px solid var(--line);padding:.7rem .9rem;margin:.9rem 0}
        .item.blocker{border-left-color:var(--blocker)}.item.high{border-left-color:var(--high)}.item.medium{border-left-color:var(--medium)}
        .item dl{margin:.4rem 0 0}.item dt{font-weight:600;margin-top:.5rem}.item dd{margin:0}
        .meta{display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;margin:0 0 .3rem;padding:0;list-style:none;font-size:.88rem;color:var(--soft)}
        .tag{display:inline-block;border:1px solid currentColor;border-radius:3px;padding:0 .4em;font-size:.82rem;font-weight:600;white-space:nowrap}
        .tag.blocker,.tag.fail{color:var(--blocker)}.tag.high,.tag.warn{color:var(--high)}.tag.medium{color:var(--medium)}.tag.ok{color:var(--ok)}
        details{margin:.35rem 0}summary{cursor:pointer;color:var(--link)}details>div{padding-left:.8rem}
        .evidence{font-size:.88rem}
        figure{margin:1rem 0}.bar{margin:.55rem 0}.bar .label{display:block;font-size:.92rem;overflow-wrap:anywhere}
        svg.states{display:block;width:100%;height:30px}svg.states text{font:600 13px "Noto Sans","DejaVu Sans",sans-serif}
        .legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.3rem;font-size:.9rem;margin:.8rem 0}
        .legend li{display:flex;align-items:center;gap:.4rem}.legend svg{flex:none}
        footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.6rem;color:var(--soft);font-size:.88rem}
        @media (max-width:40rem){html{font-size:15px}body{padding:0 .8rem 2rem}nav ol{columns:1}dl.facts{grid-template-columns:1fr}
        dl.facts dd{margin-bottom:.4rem}table{min-width:34rem}table.narrow{min-width:0}}

        """

    private static let dark = """
        @media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--text:#e4e8ed;--soft:#aab4c0;--page:#14181d;\
        --panel:#1e242b;--line:#46515d;--head:#a9cbf0;--link:#8cc1f5;--warn-back:#33290d;--warn-line:#d9a93a;--blocker:#ff9a93;\
        --high:#ffb37a;--medium:#dccb6a;--ok:#86d6a2}}

        """

    private static let paper = """
        @page{size:A4;margin:20mm 15mm 20mm 20mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt "Noto Sans","DejaVu Sans",sans-serif}}
        @media print{html{font-size:10pt;line-height:1.4}body{max-width:none;padding:0}.skip,nav.back{display:none}
        .scroll{overflow:visible}table{font-size:8.5pt;width:100%;min-width:0}thead{display:table-header-group}
        tr,.box,.bar,.legend li,figure svg{break-inside:avoid}h1,h2,h3,h4,caption,summary{break-after:avoid}
        th,td{padding:.2rem .3rem}td.n{white-space:normal}td bdi,th bdi{overflow-wrap:anywhere}tbody th{min-width:5em}
        thead,dt,.meta{break-after:avoid}dt{break-inside:avoid}table.hosts{table-layout:fixed}.hosts thead th:nth-child(1){width:20%}.hosts thead th:nth-child(2){width:14%}
        .hosts thead th:nth-child(3){width:13%}.hosts thead th:nth-child(4){width:11%}.hosts thead th:nth-child(5){width:19%}
        .hosts thead th:nth-child(6){width:12%}.hosts thead th:nth-child(7){width:11%}.hosts code{font-size:.76em}
        .hosts .tag{white-space:normal}a{color:inherit;text-decoration:none}
        .item{break-inside:auto}summary{list-style:none;color:inherit;font-weight:600}details>div{padding-left:0}
        svg,.tag{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        @media print{details::details-content{content-visibility:visible;block-size:auto}}

        """
}

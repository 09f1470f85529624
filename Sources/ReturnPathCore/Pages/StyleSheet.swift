/// The style of all pages: light and dark, for screens of every width and for paper.
package enum StyleSheet {
    package static let text = """
        :root {
            color-scheme: light dark;
            --page: #ffffff; --text: #1b1f24; --soft: #57606a; --line: #d0d7de; --field: #f6f8fa; --link: #0550ae;
            --good: #116329; --bad: #a40e26; --open: #57606a; --on: #ffffff;
            --good-field: #e6f5ea; --bad-field: #fdecec; --open-field: #f0f2f4;
        }
        @media (prefers-color-scheme: dark) {
            :root {
                --page: #14181d; --text: #e6eaee; --soft: #a8b2bd; --line: #3b444e; --field: #1d2329; --link: #7cb7ff;
                --good: #5fd07f; --bad: #ff938a; --open: #a8b2bd; --on: #14181d;
                --good-field: #17301f; --bad-field: #3a1f20; --open-field: #232a31;
            }
        }
        * { box-sizing: border-box; }
        html { font: 100%/1.55 system-ui, sans-serif; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0 auto; max-width: 48rem; padding: 0 1rem 2rem; background: var(--page); color: var(--text);
            overflow-wrap: anywhere; }
        a { color: var(--link); }
        a:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        main:focus { outline: none; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: 1rem; top: .5rem; padding: .5rem; background: var(--page); }
        header, footer { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline;
            justify-content: space-between; padding: 1rem 0; }
        header { border-bottom: 1px solid var(--line); }
        footer { border-top: 1px solid var(--line); margin-top: 3rem; color: var(--soft); }
        .site { font-weight: 700; text-decoration: none; color: var(--text); }
        nav { display: flex; gap: 1.25rem; }
        nav a { padding: .25rem 0; }
        nav a[aria-current] { color: var(--text); text-decoration: none; border-bottom: 3px solid var(--link); }
        h1 { font-size: 2rem; line-height: 1.2; margin: 2rem 0 .5rem; text-wrap: balance; }
        h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 .75rem; }
        h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
        h1.good, h1.bad, h1.open { border-left: .5rem solid; padding-left: 1rem; }
        .good { color: var(--good); } .bad { color: var(--bad); } .open { color: var(--open); }
        .domain { font-size: 1.25rem; margin: .25rem 0; }
        .lead { font-size: 1.125rem; }
        .small, caption, time, figcaption { color: var(--soft); font-size: .9rem; }
        .note { padding: .75rem 1rem; background: var(--open-field); border-left: .25rem solid var(--open); }
        .button { display: inline-block; padding: .7rem 1.2rem; border-radius: .4rem; background: var(--link);
            color: var(--on); font-weight: 600; text-decoration: none; }
        .button:hover { text-decoration: underline; }
        .came:has(output:empty) { display: none; }
        output { font-weight: 600; }
        li { margin: .4rem 0; }
        .findings, .evidence { list-style: none; padding: 0; }
        .findings li { display: grid; grid-template-columns: 10.5rem 1fr; gap: 0 1rem; padding: .5rem .75rem;
            margin: .3rem 0; border-left: .25rem solid; background: var(--open-field); }
        .findings li.good { background: var(--good-field); } .findings li.bad { background: var(--bad-field); }
        .findings li > span:last-child { color: var(--text); }
        .label { font-weight: 700; }
        .evidence li { display: grid; grid-template-columns: 10.5rem 1fr; gap: 0 1rem; border-bottom: 1px solid
            var(--line); padding: .3rem 0; margin: 0; }
        q, blockquote { font-family: ui-monospace, monospace; font-size: .875rem; }
        q { quotes: none; color: var(--soft); }
        figure { margin: 1rem 0; }
        blockquote { margin: .25rem 0 0; padding: .5rem .75rem; background: var(--field); border-left: .25rem solid
            var(--line); }
        blockquote p { margin: 0; }
        table { border-collapse: collapse; width: 100%; font-size: .95rem; font-variant-numeric: tabular-nums; }
        caption { text-align: left; padding-bottom: .5rem; }
        th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid
            var(--line); }
        thead th { color: var(--soft); font-weight: 600; }
        tbody th { font-weight: 500; }
        td.number, th.number { text-align: right; white-space: nowrap; padding-left: .5rem; padding-right: 0; }
        thead th.number { white-space: normal; vertical-align: bottom; }
        thead th { overflow-wrap: normal; }
        .wide { overflow-x: auto; overflow-wrap: normal; }
        .wide table { min-width: 38rem; }
        .wide th[scope=row] { white-space: nowrap; }
        .cell { display: block; }
        .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
        .legend li { margin: 0; }
        .legend li::before { content: ""; display: inline-block; width: .9em; height: .9em; margin-right: .4em;
            border-radius: .15em; vertical-align: -.1em; background: currentColor; }
        .picture { display: block; width: 100%; max-width: 30rem; height: auto; }
        .picture text { font: 13px system-ui, sans-serif; fill: var(--text); }
        .picture text.strong { font-weight: 650; }
        .picture text.address { font: 12px ui-monospace, monospace; fill: var(--soft); }
        .picture text.symbol { fill: var(--on); font-weight: 700; text-anchor: middle; }
        .picture text.end { text-anchor: end; } .picture text.middle { text-anchor: middle; }
        .picture .node { fill: var(--field); stroke: var(--line); }
        .picture .node.good { fill: var(--good-field); stroke: var(--good); }
        .picture .node.bad { fill: var(--bad-field); stroke: var(--bad); }
        .picture .line { fill: none; stroke: var(--open); stroke-width: 2.5; }
        .picture .line.good { stroke: var(--good); } .picture .line.bad { stroke: var(--bad); }
        .picture .line.trunk { stroke: var(--line); }
        .picture circle.good, .picture .bar.good { fill: var(--good); }
        .picture circle.bad, .picture .bar.bad { fill: var(--bad); }
        .picture circle.open, .picture .bar.open { fill: var(--open); }
        .picture .bar { rx: 1px; stroke: var(--page); }
        .picture .bar.rest { fill: var(--open-field); stroke: var(--line); }
        .picture .bar.plain { fill: var(--link); }
        @media (max-width: 34rem) {
            h1 { font-size: 1.6rem; }
            .findings li, .evidence li { grid-template-columns: 1fr; }
            .button { display: block; text-align: center; }
        }
        @media print {
            :root { color-scheme: light; --page: #fff; --text: #000; --soft: #333; --field: #fff; --line: #888;
                --good-field: #fff; --bad-field: #fff; --open-field: #fff; --good: #005a1e; --bad: #8a0018;
                --open: #444; --on: #fff; --link: #000; }
            nav, .skip, .note { display: none; }
            body { max-width: none; padding: 0; font-size: 10pt; }
            .wide { overflow: visible; }
            section, figure, tr, .findings li { break-inside: avoid; }
            .evidence li { break-inside: avoid; }
            section[aria-labelledby="evidence"] { break-inside: auto; }
            .picture { max-width: 11cm; }
        }

        """
}

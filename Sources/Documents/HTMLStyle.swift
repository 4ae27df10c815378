/// The style of a page: dark on white, light on black where the reader's screen is dark, always dark on white on paper.
///
/// A table that needs the width has smaller words, and on a wide screen stands out of the column of text on both sides.
/// Words have a contrast of 7:1 at least (WCAG 2.2, 1.4.6), in either. At 320 pixels nothing but tables scrolls sideways. On paper, A4, a page with a table
/// that needs it lies on its side; the head of a table is repeated on each page, and no row or figure is cut between two.
enum HTMLStyle {
  static func element(isWide: Bool) -> String {
    "<style>\n@page { size: A4\(isWide ? " landscape" : ""); margin: 15mm; }\n\(rules)\n</style>"
  }

  private static let rules = """
    :root { --paper: #ffffff; --ink: #111111; --soft: #4a4a4a; --line: #949494; --shade: #f3f5f7; --mark: #54718f; --focus: #1a4f8a;
      --grey: #b4b4b4; --banner: #fff4cc; --banner-edge: #7a5c00; --good: #0b5226; --warning: #6d3f00; --bad: #8c0f1a; }
    @media screen and (prefers-color-scheme: dark) {
      :root { --paper: #14171a; --ink: #eceff1; --soft: #b9c0c6; --line: #7d868d; --shade: #22272b; --mark: #8fb0d1; --focus: #9cc7f5;
        --grey: #6c757c; --banner: #3a3000; --banner-edge: #d9b64a; --good: #8fdcaa; --warning: #ffcb85; --bad: #ffadad; }
    }
    body { margin: 0 auto; padding: 1rem clamp(.8rem, 3vw, 1.5rem) 3rem; max-width: 62rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, "Segoe UI", "DejaVu Sans", Verdana, Arial, sans-serif; }
    h1 { font-size: clamp(1.35rem, 4vw, 1.7rem); line-height: 1.25; } h2 { font-size: 1.3rem; margin-top: 2rem; } h3 { font-size: 1.1rem; }
    h1, h2, h3, h4, p, li { overflow-wrap: break-word; } h1, h2 { hyphens: auto; }
    .banner { border: 2px solid var(--banner-edge); background: var(--banner); padding: .5rem .8rem; }
    .note { border-left: 4px solid var(--mark); padding-left: .8rem; }
    .group { margin-left: clamp(.4rem, 2vw, 1.2rem); }
    dl > div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .15rem 0; }
    dt { flex: 0 0 15rem; font-weight: 600; } dd { flex: 1 1 16rem; margin: 0; overflow-wrap: anywhere; }
    .scroll { overflow-x: auto; } .scroll:focus, pre:focus, summary:focus { outline: 3px solid var(--focus); }
    table { border-collapse: collapse; min-width: 60%; }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    th, td { border-bottom: 1px solid var(--line); padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: top; }
    thead th { border-bottom: 2px solid var(--ink); } tbody th { font-weight: 600; } tbody .whole { white-space: nowrap; } tbody td:not(.whole) { min-width: 6rem; }
    .wide table { font-size: .875rem; line-height: 1.4; } .wide th, .wide td { padding-right: .6rem; } .wide tbody td:not(.whole) { min-width: 4.5rem; }
    @media screen and (min-width: 62rem) { .wide { width: min(96vw, 84rem); margin-left: calc(50% - min(48vw, 42rem)); } }
    .number { text-align: right; }
    .timeline { list-style: none; padding: 0; }
    .timeline > li { border-left: 3px solid var(--mark); padding: 0 0 .6rem 1rem; margin: 0; }
    .timeline p { margin: 0; } .timeline ul { list-style: none; margin: .1rem 0 0; padding: 0 0 0 clamp(.2rem, 2vw, 1rem); }
    .timeline li li { overflow-wrap: anywhere; padding-left: 1.2rem; text-indent: -1.2rem; } .date { font-weight: 600; margin-right: .6rem; }
    code, pre { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: .9em; }
    code { overflow-wrap: anywhere; } pre { overflow-x: auto; background: var(--shade); padding: .8rem; line-height: 1.35; }
    .good { color: var(--good); } .warning { color: var(--warning); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; }
    .muted, .source { color: var(--soft); } .source { font-size: .85rem; margin: .2rem 0; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1.5rem 2rem; align-items: start; }
    figure { margin: 0; max-width: 25rem; min-width: 0; } figcaption { font-weight: 600; margin-bottom: .4rem; }
    .drawing { width: 100%; height: auto; display: block; color: var(--ink); }
    .drawing .paper { fill: var(--paper); } .drawing .grey { fill: var(--grey); } .drawing .plate { stroke: var(--paper); }
    details { font-size: .9rem; margin-top: .3rem; }
    @media print {
      body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; } h1 { font-size: 16pt; } h2 { font-size: 12.5pt; } h3 { font-size: 11pt; } .source { font-size: 8pt; }
      .scroll, pre { overflow: visible; } pre { white-space: pre-wrap; font-size: 7.5pt; } details { display: none; }
      table, .wide table { font-size: 8pt; line-height: 1.35; min-width: 0; } tbody td:not(.whole) { min-width: 0; } th, td { padding: .15rem .5rem .15rem 0; overflow-wrap: break-word; hyphens: auto; }
      thead { display: table-header-group; break-after: avoid; } h2 + .note, h3 + .note { break-after: avoid; } tbody tr:first-child { break-before: avoid; } h2, h3, h4, .group > p:first-child { break-after: avoid; } p, li { orphans: 2; widows: 2; }
      tr, .timeline > li, figure, dl > div, .banner, .note { break-inside: avoid; } .figures { grid-template-columns: repeat(auto-fill, minmax(80mm, 1fr)); }
    }
    """
}

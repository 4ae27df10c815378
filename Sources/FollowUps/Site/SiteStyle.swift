/// The stylesheets of a site: what the content looks like, wherever it is pasted, and what stands around it on the site itself.
///
/// Colours have a contrast of 4.5:1 at least in both modes (WCAG 2.2, 1.4.3), what can be pressed is 24 pixels high (2.5.8), nothing moves
/// (2.3.3), and no font or picture is fetched. All classes begin with `lg`, and no rule reaches outside them.
enum SiteStyle {
  /// For the content: on the site and in fragments. The dark mode is the site's alone: a fragment lies on someone else's ground.
  static let content = """
    .lg { --lg-ink: #16212b; --lg-soft: #46535e; --lg-line: #c5ced6; --lg-ground: #ffffff; --lg-plate: #f3f6f8;
      --lg-link: #0a5488; --lg-accent: #0f4c75; --lg-focus: #b3540a;
      --lg-done: #155230; --lg-done-plate: #e2f2e7; --lg-active: #0b4470; --lg-active-plate: #e1eef8;
      --lg-waiting: #5a4200; --lg-waiting-plate: #fbf2db; --lg-ended: #3b4349; --lg-ended-plate: #e9edf0;
      --lg-late: #8a1b12; --lg-late-plate: #fbe8e6;
      color: var(--lg-ink); line-height: 1.6; hyphens: auto; overflow-wrap: anywhere; }
    .lg h1, .lg h2, .lg h3 { line-height: 1.25; color: var(--lg-ink); font-weight: 650; text-wrap: balance; }
    .lg h1 { font-size: clamp(1.6rem, 1.25rem + 1.8vw, 2.4rem); margin: 1rem 0 1rem; }
    .lg h2 { font-size: 1.4rem; margin: 2.6rem 0 .8rem; padding-top: .4rem; border-top: 3px solid var(--lg-accent);
      display: inline-block; }
    .lg h3 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; }
    .lg p, .lg ul, .lg ol, .lg blockquote { max-width: 44rem; }
    .lg p { margin: 0 0 1rem; }
    .lg li { margin: .35rem 0; }
    .lg a { color: var(--lg-link); text-underline-offset: .18em; text-decoration-thickness: .08em; }
    .lg a:hover { text-decoration-thickness: .16em; }
    .lg a:focus-visible, .lg [tabindex="0"]:focus-visible { outline: 3px solid var(--lg-focus); outline-offset: 3px; border-radius: 2px; }
    .lg code { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .9em;
      overflow-wrap: anywhere; hyphens: none; }
    .lg-lead { font-size: 1.2rem; }
    .lg-small, .lg small { font-size: .95rem; color: var(--lg-soft); }
    .lg-banner { max-width: none !important; margin: 0 0 1rem; padding: .5rem 1rem; color: #3d2c00; background: #ffe9a8;
      border: 2px solid #7a5c00; }
    .lg-promises { list-style: none; margin: 0 0 1rem; padding: 0; }
    .lg-promises li { margin: 0 0 .6rem; padding: .8rem 1rem; background: var(--lg-plate); border-left: 5px solid var(--lg-accent);
      font-size: 1.1rem; }
    .lg-facts { margin: 0 0 1.2rem; }
    .lg-facts > div { display: grid; grid-template-columns: minmax(9rem, 13rem) 1fr; gap: 0 1.2rem; padding: .5rem 0;
      border-bottom: 1px solid var(--lg-line); }
    .lg-facts dt { font-weight: 600; } .lg-facts dd { margin: 0; max-width: 44rem; }
    .lg-summary { margin: 0 0 .8rem; padding: .6rem 1.2rem; background: var(--lg-plate); border-radius: 6px; }
    .lg-summary .lg-facts { margin: 0; } .lg-summary p { margin: .8rem 0; }
    .lg-signal { display: inline-block; padding: .05rem .6rem; border: 1px solid currentcolor; border-radius: 1rem;
      font-weight: 600; font-size: .95rem; hyphens: none; }
    .lg-sign { font-family: "DejaVu Sans", "Segoe UI Symbol", "Noto Sans Symbols2", sans-serif; }
    .lg-done { color: var(--lg-done); background: var(--lg-done-plate); }
    .lg-active { color: var(--lg-active); background: var(--lg-active-plate); }
    .lg-waiting { color: var(--lg-waiting); background: var(--lg-waiting-plate); }
    .lg-ended { color: var(--lg-ended); background: var(--lg-ended-plate); }
    .lg-late { color: var(--lg-late); background: var(--lg-late-plate); }
    .lg-plain { color: var(--lg-ink); padding: 0; border: 0; border-radius: 0; font-weight: 400; }
    .lg-rows .lg-plain { color: var(--lg-soft); } .lg td .lg-signal { white-space: nowrap; }
    .lg-counts { display: flex; flex-wrap: wrap; gap: .6rem; max-width: none !important; list-style: none; margin: 0 0 1.2rem; padding: 0; }
    .lg-counts li { display: flex; flex-direction: column-reverse; align-items: flex-start; gap: .3rem; margin: 0;
      padding: .7rem 1rem; min-width: 7rem; background: var(--lg-plate); border-radius: 6px; }
    .lg-count { font-size: 1.9rem; line-height: 1.1; font-weight: 650; }
    .lg-rows { max-width: none !important; list-style: none; margin: 0 0 1.2rem; padding: 0; border-top: 1px solid var(--lg-line); }
    .lg-rows li { display: grid; grid-template-columns: 5rem minmax(0, 1fr) auto; gap: 0 1rem; align-items: baseline; margin: 0;
      padding: .65rem 0; border-bottom: 1px solid var(--lg-line); }
    .lg-rows .lg-title { font-weight: 600; grid-column: 2; } .lg-rows .lg-id { grid-column: 1; }
    .lg-rows .lg-signal { grid-column: 3; } .lg-rows .lg-about { grid-column: 2 / 4; color: var(--lg-soft); font-size: .95rem; }
    .lg-items li { grid-template-columns: minmax(0, 1fr); } .lg-items .lg-title, .lg-items .lg-about { grid-column: 1; }
    .lg-id { color: var(--lg-soft); font-weight: 400; font-size: .95rem; white-space: nowrap; hyphens: none; }
    .lg-stories { list-style: none; padding: 0; } .lg-stories li { margin: 0 0 1rem; padding: 0 0 0 1rem; border-left: 3px solid var(--lg-line); }
    .lg-notes { padding-left: 1.2rem; }
    .lg-course { max-width: none !important; list-style: none; margin: 0 0 1.2rem; padding: 0; border-top: 1px solid var(--lg-line); }
    .lg-course li { display: grid; grid-template-columns: 11rem minmax(0, 1fr) auto; gap: 0 1rem; margin: 0; padding: .5rem 0;
      border-bottom: 1px solid var(--lg-line); }
    .lg-course .lg-when { font-weight: 600; } .lg-course .lg-about { color: var(--lg-soft); font-size: .95rem; }
    .lg pre { font-family: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .9em; white-space: pre-wrap;
      margin: 0 0 1rem; padding: 1rem; background: var(--lg-plate); }
    .lg-document h3, .lg-document h4, .lg-document h5, .lg-document h6 { margin: 1.6rem 0 .5rem; } .lg-whole { white-space: nowrap; } .lg-note { border-left: 4px solid var(--lg-line);
      padding-left: .8rem; }
    .lg-steps li { margin: .8rem 0; }
    .lg-scroll { overflow-x: auto; margin: 0 0 1.2rem; }
    .lg table { border-collapse: collapse; width: 100%; max-width: 64rem; }
    .lg caption { text-align: left; font-weight: 600; padding: .2rem 0 .5rem; }
    .lg th, .lg td { padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--lg-line); text-align: left; vertical-align: top; }
    .lg thead th { border-bottom: 2px solid var(--lg-ink); } .lg tbody th { font-weight: 600; }
    .lg table { overflow-wrap: break-word; } .lg table code { overflow-wrap: normal; } .lg th time, .lg td time { white-space: nowrap; }
    .lg .lg-number { text-align: right; padding-right: 1.5rem; }
    .lg-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1.2rem 2rem;
      align-items: start; margin: 0 0 1.2rem; }
    .lg-figure { margin: 0; max-width: 26rem; min-width: 0; } .lg-figure figcaption { font-weight: 600; margin-bottom: .4rem; }
    .lg .drawing { width: 100%; height: auto; display: block; color: var(--lg-ink); }
    .lg .drawing .paper { fill: var(--lg-ground); } .lg .drawing .grey { fill: var(--lg-line); } .lg .drawing .plate { stroke: var(--lg-ground); }
    .lg-pages { margin: 1.5rem 0; } .lg-pages ul { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; list-style: none; padding: 0; }
    .lg-basis { color: var(--lg-soft); font-size: .95rem; }
    @media (max-width: 40rem) {
      .lg-facts > div { grid-template-columns: 1fr; }
      .lg-rows li { display: block; } .lg-rows li > span { margin-right: .4rem; } .lg-rows .lg-title, .lg-rows .lg-about { display: block; }
      .lg-rows .lg-signal { margin: .3rem 0; }
      .lg-course li { display: block; } .lg-course .lg-when, .lg-course .lg-what, .lg-course .lg-about { display: block; }
      .lg table { font-size: .95rem; } .lg th time, .lg td time, .lg td .lg-signal { white-space: normal; }
      .lg-counts li { flex: 1 1 100%; flex-direction: row; align-items: center; justify-content: space-between; padding: .4rem 1rem; }
      .lg-count { font-size: 1.4rem; }
      .lg th, .lg td { padding-right: .7rem; } .lg .lg-number { padding-right: .7rem; }
    }
    @media print {
      .lg { font-size: 10.5pt; } .lg h1, .lg h2, .lg h3, .lg caption { break-after: avoid; }
      .lg h2 { display: block; margin-top: 1.4rem; font-size: 1.2rem; border-top-width: 1px; }
      .lg li, .lg tr, .lg-figure, .lg-facts > div { break-inside: avoid; } .lg-scroll { overflow: visible; } .lg thead { display: table-header-group; break-after: avoid; }
      .lg tbody tr:first-child { break-before: avoid; }
      .lg a { color: inherit; } .lg-figure { max-width: 90mm; }
    }

    """

  /// For the site around the content, and its dark mode.
  static let frame = """
    :root { color-scheme: light dark; }
    .lg-site { --site-ink: #16212b; --site-soft: #46535e; --site-line: #c5ced6; --site-ground: #ffffff; --site-head: #0f3a57;
      --site-head-ink: #ffffff; --site-foot: #eef2f5; --site-link: #0a5488; --site-focus: #b3540a;
      margin: 0; background: var(--site-ground); color: var(--site-ink); line-height: 1.6;
      font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; font-size: 1.0625rem; }
    .lg-skip { position: absolute; left: -100vw; padding: .8rem 1.2rem; background: #ffffff; color: #0a3557; font-weight: 600; z-index: 1; }
    .lg-skip:focus { left: 1rem; top: .5rem; outline: 3px solid #b3540a; outline-offset: 2px; }
    .lg-header { background: var(--site-head); color: var(--site-head-ink); }
    .lg-header > *, .lg-trail, .lg-site main, .lg-footer > * { max-width: 66rem; margin-left: auto; margin-right: auto; padding-left: 1.25rem;
      padding-right: 1.25rem; }
    .lg-site .lg-banner { max-width: none; margin: 0; padding: .5rem 1.25rem; text-align: center; border-width: 0 0 2px; }
    .lg-brand { margin-top: 0; margin-bottom: 0; padding-top: 1.1rem; padding-bottom: .6rem; }
    .lg-brand a { display: inline-block; color: inherit; text-decoration: none; }
    .lg-brand a:hover .lg-name { text-decoration: underline; text-underline-offset: .18em; }
    .lg-publisher { display: block; font-size: .95rem; opacity: .92; } .lg-name { display: block; font-size: 1.35rem; font-weight: 650; line-height: 1.3; }
    .lg-menu ul { display: flex; flex-wrap: wrap; gap: 0 .3rem; list-style: none; margin: 0 -.8rem; padding: 0 0 .5rem; }
    .lg-menu a { display: inline-block; padding: .45rem .8rem; color: inherit; text-decoration: none; border-bottom: 4px solid transparent; }
    .lg-menu a:hover { border-bottom-color: #9fc3de; } .lg-menu a[aria-current] { border-bottom-color: #ffffff; font-weight: 600; }
    .lg-header a:focus-visible { outline: 3px solid #ffd479; outline-offset: 2px; border-radius: 2px; }
    .lg-trail ol { display: flex; flex-wrap: wrap; gap: .1rem 0; list-style: none; margin: 1rem 0 0; padding: 0; font-size: .95rem; color: var(--site-soft); }
    .lg-trail li + li::before { content: "/"; padding: 0 .6rem; } .lg-trail a { color: var(--site-link); display: inline-block; min-height: 1.5rem; }
    .lg-trail, .lg-trail li { overflow-wrap: anywhere; min-width: 0; }
    .lg-site main { padding-top: .5rem; padding-bottom: 3rem; } .lg-site main:focus { outline: none; }
    .lg-footer { margin-top: 2rem; padding: 1.6rem 0 2rem; background: var(--site-foot); border-top: 1px solid var(--site-line); overflow-wrap: anywhere; }
    .lg-footer p { margin-top: 0; margin-bottom: .8rem; } .lg-footer a { color: var(--site-link); }
    .lg-footer .lg-links { display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; list-style: none; margin-top: 0; margin-bottom: .8rem; }
    .lg-footer .lg-links a { display: inline-block; min-height: 1.75rem; } .lg-footer .lg-basis { color: var(--site-soft); }
    .lg-footer a:focus-visible, .lg-trail a:focus-visible { outline: 3px solid var(--site-focus); outline-offset: 3px; border-radius: 2px; }
    @media screen and (max-width: 40rem) {
      .lg-header > *, .lg-trail, .lg-site main, .lg-footer > * { padding-left: .8rem; padding-right: .8rem; }
      .lg-site .lg-scroll { background: linear-gradient(to right, var(--lg-ground) 40%, transparent) left / 3rem 100% no-repeat local,
        linear-gradient(to left, var(--lg-ground) 40%, transparent) right / 3rem 100% no-repeat local,
        linear-gradient(to right, var(--lg-soft), transparent) left / .8rem 100% no-repeat scroll,
        linear-gradient(to left, var(--lg-soft), transparent) right / .8rem 100% no-repeat scroll; }
    }
    @media screen and (prefers-color-scheme: dark) {
      .lg-site { --site-ink: #e6ebef; --site-soft: #b3bec7; --site-line: #3c4852; --site-ground: #12181d; --site-head: #0d2a3f; --site-foot: #1a2229;
        --site-link: #8fc7f2; --site-focus: #ffb25e; }
      .lg-site .lg { --lg-ink: #e6ebef; --lg-soft: #b3bec7; --lg-line: #3c4852; --lg-ground: #12181d; --lg-plate: #1c252d;
        --lg-link: #8fc7f2; --lg-accent: #5fa3d3; --lg-focus: #ffb25e;
        --lg-done: #a7dfb8; --lg-done-plate: #14301f; --lg-active: #a9d3f5; --lg-active-plate: #12293c;
        --lg-waiting: #f0d48f; --lg-waiting-plate: #332808; --lg-ended: #cdd5db; --lg-ended-plate: #2a333a;
        --lg-late: #f6b5ae; --lg-late-plate: #3d1613; }
      .lg-site .lg-banner { color: #ffe9a8; background: #382a00; border-color: #b08a1f; }
    }
    @media print {
      .lg-site { background: #ffffff; color: #000000; } .lg-skip, .lg-menu, .lg-trail, .lg-footer .lg-links { display: none; }
      .lg-header { background: none; color: #000000; border-bottom: 2px solid #000000; } .lg-footer { background: none; padding: .5rem 0; }
      .lg-site main { padding-bottom: 1rem; } .lg-header > *, .lg-site main, .lg-footer > * { max-width: none; padding-left: 0; padding-right: 0; }
    }

    """
}

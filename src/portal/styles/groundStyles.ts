/** Colours, type and the frame of a page. One accent; light and dark follow the system. */
export const groundStyles = `
:root {
  color-scheme: light dark;
  --ground: #f5f7f8; --surface: #ffffff; --sunken: #eef2f4; --text: #15202a; --quiet: #576673; --line: #dce3e8; --line-strong: #b8c4cc;
  --accent: #0b6777; --accent-hover: #095463; --accent-ink: #ffffff; --accent-soft: #e2f1f3; --accent-text: #0a5a68;
  --urgent: #b3261e; --urgent-soft: #fcebe9; --high: #95560a; --high-soft: #fbf1e0; --medium: #0a5a68; --low: #576673;
  --ok: #1d6f42; --ok-soft: #e4f3ea;
  --shadow: 0 1px 2px rgb(16 32 42 / .05), 0 6px 24px rgb(16 32 42 / .05);
  --radius: 12px; --radius-small: 8px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1418; --surface: #161e24; --sunken: #1c262d; --text: #e5ecf0; --quiet: #9aabb6; --line: #2a363e; --line-strong: #465661;
    --accent: #5cc4d3; --accent-hover: #7fd3df; --accent-ink: #06262c; --accent-soft: #12333a; --accent-text: #7fd3df;
    --urgent: #ff8a80; --urgent-soft: #3a1c1a; --high: #f0b35e; --high-soft: #33260f; --medium: #7fd3df; --low: #9aabb6;
    --ok: #7fd0a0; --ok-soft: #143022;
    --shadow: 0 1px 2px rgb(0 0 0 / .3), 0 8px 28px rgb(0 0 0 / .25);
  }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--text);
  font: 400 1rem/1.55 Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  font-feature-settings: "tnum" 1; overflow-wrap: anywhere;
}
main { flex: 1; width: 100%; max-width: 68rem; margin: 0 auto; padding: 2.25rem 1.25rem 4rem; outline: none; }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -.015em; text-wrap: balance; }
h2 { margin: 0 0 .5rem; font-size: 1.05rem; line-height: 1.35; font-weight: 620; }
section { margin-top: 2.75rem; }
p { margin: 0 0 1rem; }
a { color: var(--accent-text); text-underline-offset: .18em; text-decoration-thickness: 1px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.quiet { color: var(--quiet); }
.center { text-align: center; margin-top: 1.25rem; }
.lead { font-size: 1.1rem; color: var(--quiet); max-width: 40rem; }
.skip { position: absolute; left: -999rem; top: .5rem; z-index: 1; background: var(--surface); padding: .5rem 1rem; border-radius: var(--radius-small); }
.skip:focus { left: .5rem; }
.narrow { max-width: 27rem; margin: 0 auto; }
.card, .panel { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); padding: 1.75rem; }
.panel { box-shadow: none; padding: 1.5rem; }
.with-aside { display: grid; gap: 1.75rem; grid-template-columns: minmax(0, 1fr) 17.5rem; align-items: start; }
.top { background: var(--surface); border-bottom: 1px solid var(--line); }
.top-inner { max-width: 68rem; margin: 0 auto; padding: .75rem 1.25rem; display: flex; align-items: center; gap: 1rem 1.75rem; flex-wrap: wrap; }
.brand { display: flex; align-items: center; gap: .75rem; color: inherit; text-decoration: none; line-height: 1.2; }
.brand strong { display: block; font-weight: 650; letter-spacing: -.01em; }
.brand-sub { font-size: .8rem; color: var(--quiet); }
.mark-ground { fill: var(--accent); }
.mark-line { fill: none; stroke: var(--accent-ink); stroke-width: 1.8; stroke-linejoin: round; }
.places { display: flex; align-items: center; gap: 1.25rem; margin-left: auto; }
.places a:not(.button) { color: var(--text); text-decoration: none; padding: .4rem 0; border-bottom: 2px solid transparent; }
.places a:not(.button)[aria-current] { border-color: var(--accent); font-weight: 600; }
.who { display: flex; align-items: center; gap: 1rem; font-size: .875rem; }
.who-name { display: grid; line-height: 1.3; }
.foot { border-top: 1px solid var(--line); color: var(--quiet); font-size: .85rem; }
.foot-inner { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1.25rem 2rem; display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); }
.foot dt { font-weight: 600; color: var(--text); }
.foot dd { margin: 0; }
.foot dd a { display: block; }
.foot a { color: inherit; }
@media (max-width: 54rem) {
  main { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.45rem; }
  .with-aside { grid-template-columns: minmax(0, 1fr); gap: 1.25rem; }
  .card { padding: 1.25rem; }
  .top-inner { padding: .75rem 1rem; }
  .who { width: 100%; justify-content: space-between; border-top: 1px solid var(--line); padding-top: .6rem; }
  .who-name { display: block; }
  .who-name .quiet { margin-left: .4rem; }
}
@media (max-width: 30rem) { .places { margin-left: 0; width: 100%; justify-content: space-between; } }
@media print { .top nav, .who, .foot, form { display: none; } }
`

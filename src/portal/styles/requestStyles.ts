/** The list, one request with its conversation, and the confirmation. */
export const requestStyles = `
.lines { list-style: none; margin: 0; padding: 0; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); overflow: hidden; }
.lines li + li { border-top: 1px solid var(--line); }
.line { display: flex; gap: .5rem 1.5rem; align-items: center; justify-content: space-between; padding: 1rem 1.4rem; color: inherit; text-decoration: none; }
.line:hover { background: var(--sunken); }
.line:focus-visible { outline-offset: -3px; border-radius: var(--radius); }
.line-main { display: grid; gap: .1rem; min-width: 0; }
.line-number { color: var(--quiet); font-size: .85rem; font-weight: 550; margin: 0 0 .15rem; }
.line-brief { font-weight: 600; }
.line-times { font-size: .875rem; }
.line-marks { display: flex; gap: .5rem 1.1rem; align-items: center; justify-content: flex-end; flex: none; }
.marks { display: flex; flex-wrap: wrap; gap: .5rem 1.1rem; align-items: center; margin-bottom: 1.25rem; }
.status { font-size: .85rem; font-weight: 550; padding: .2rem .7rem; border-radius: 99px; background: var(--accent-soft); color: var(--accent-text); white-space: nowrap; }
.status-yours { background: var(--high-soft); color: var(--high); }
.status-done { background: var(--sunken); color: var(--quiet); }
.priority { display: inline-flex; align-items: center; gap: .45rem; font-weight: 600; font-size: .925rem; }
.priority-urgent { color: var(--urgent); } .priority-high { color: var(--high); } .priority-medium { color: var(--medium); } .priority-low { color: var(--low); }
.bar-full { fill: currentColor; } .bar-empty { fill: currentColor; opacity: .22; }
.empty { background: var(--surface); border: 1px dashed var(--line-strong); border-radius: var(--radius); padding: 2.5rem 1.5rem 1.75rem; text-align: center; }
.empty .lead { margin: 0 auto .5rem; color: var(--text); font-weight: 600; }
.back { margin-bottom: 1.25rem; font-size: .925rem; }
.back a { text-decoration: none; }
.promise { background: var(--accent-soft); border-radius: var(--radius); padding: 1.1rem 1.4rem; margin-bottom: 1.5rem; }
.promise p { margin: 0; }
.facts { margin: 0; display: grid; gap: .95rem; font-size: .925rem; }
.facts dt { color: var(--quiet); font-size: .85rem; }
.facts dd { margin: 0; font-weight: 550; }
.steps { margin: 0 0 1.25rem; padding: 0 0 1.25rem 1.15rem; font-size: .925rem; border-bottom: 1px solid var(--line); }
.steps li + li { margin-top: .5rem; }
.steps li::marker { color: var(--accent-text); font-weight: 650; }
.talk { list-style: none; margin: 0 0 1.75rem; padding: 0; display: grid; gap: .9rem; }
.said { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 1rem 1.3rem; }
.said-firm { border-left: 4px solid var(--accent); margin-left: 1.75rem; }
.said-customer { margin-right: 1.75rem; }
.said-head { display: flex; flex-wrap: wrap; gap: 0 .75rem; justify-content: space-between; margin: 0; font-size: .925rem; }
.said-head strong { font-weight: 620; }
.said-text { margin: .5rem 0 0; white-space: pre-wrap; }
.said-state { background: none; border: 0; padding: 0; }
.said-state .said-head { justify-content: center; }
.said-state .said-head strong { font-weight: 550; color: var(--quiet); }
.files { list-style: none; margin: .85rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
.file { display: inline-flex; align-items: center; gap: .5rem; padding: .35rem .75rem; border: 1px solid var(--line); border-radius: 99px; background: var(--sunken); color: inherit; font-size: .875rem; text-decoration: none; max-width: 100%; }
.file:hover { border-color: var(--accent); }
.file svg { flex: none; fill: none; stroke: var(--quiet); stroke-width: 1.4; }
.file-name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; }
.file .quiet { flex: none; }
.received { max-width: 34rem; }
.received-mark { display: block; margin: .5rem 0 1.25rem; }
.received-mark circle { fill: var(--ok-soft); }
.received-mark path { fill: none; stroke: var(--ok); stroke-width: 3.5; stroke-linecap: round; stroke-linejoin: round; }
.received-brief { font-size: 1.1rem; margin-bottom: .6rem; }
.received h1 { margin-bottom: .4rem; }
.received .promise { margin-top: 1.5rem; margin-bottom: 1rem; }
.waking { border: 1px solid var(--line); border-radius: var(--radius); padding: 1.1rem 1.4rem; margin-bottom: 1.5rem; color: var(--quiet); }
.waking h2 { color: var(--text); }
.waking p { margin: 0; }
.waking-yes { border-color: var(--ok); background: var(--ok-soft); color: var(--text); }
.raise { margin-top: 1.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: .925rem; }
.raise-words { border-left: 4px solid var(--urgent); background: var(--urgent-soft); border-radius: var(--radius-small); padding: .9rem 1.1rem; margin: 0 0 1.25rem; }
.raise-words p { margin: .4rem 0 0; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
@media (max-width: 40rem) {
  .line { flex-direction: column; align-items: stretch; padding: .9rem 1.1rem; }
  .line-marks { justify-content: flex-start; }
  .said-firm { margin-left: .75rem; } .said-customer { margin-right: .75rem; }
  .actions .button { flex: 1 1 100%; }
}
`

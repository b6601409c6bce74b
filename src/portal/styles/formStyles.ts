/** Fields, cards to choose from, buttons, and what is wrong. */
export const formStyles = `
.field { margin: 0 0 1.6rem; padding: 0; border: 0; min-width: 0; }
.field > label, .field > legend { display: block; font-weight: 600; padding: 0; margin-bottom: .35rem; }
.field > label .quiet { font-weight: 400; }
.hint { color: var(--quiet); font-size: .9rem; margin: -.1rem 0 .5rem; }
.hint strong { color: var(--text); font-weight: 600; }
.problem { color: var(--urgent); font-weight: 550; font-size: .925rem; margin: 0 0 .5rem; }
.problem::before { content: "▲ "; font-size: .75em; }
.field-wrong { border-left: 3px solid var(--urgent); padding-left: 1rem; }
.field-pair { display: grid; gap: 0 1.5rem; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); }
input[type=text], input[type=email], input[type=tel], input[type=password], textarea, input[type=file] {
  width: 100%; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius-small); padding: .65rem .8rem;
}
textarea { resize: vertical; min-height: 6rem; line-height: 1.5; }
input[type=text]:hover, input[type=email]:hover, input[type=tel]:hover, input[type=password]:hover, textarea:hover { border-color: var(--quiet); }
input:not([type=radio], [type=checkbox]):focus-visible, textarea:focus-visible { outline: 2px solid var(--accent); outline-offset: 0; border-color: var(--accent); border-radius: var(--radius-small); }
input[aria-invalid=true], textarea[aria-invalid=true] { border-color: var(--urgent); }
input[type=file] { border-style: dashed; padding: .6rem; color: var(--quiet); cursor: pointer; }
input[type=file]::file-selector-button {
  font: inherit; font-weight: 550; margin-right: .9rem; padding: .4rem .9rem; border-radius: 6px; border: 1px solid var(--line-strong); background: var(--sunken); color: var(--text); cursor: pointer;
}
.choices { display: grid; gap: .6rem; }
.choices-two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.choice { display: flex; gap: .75rem; align-items: flex-start; padding: .8rem 1rem; border: 1px solid var(--line-strong); border-radius: var(--radius-small); cursor: pointer; background: var(--surface); }
.choice:hover { border-color: var(--quiet); }
.choice input { flex: none; width: 1.05rem; height: 1.05rem; margin: .26rem 0 0; accent-color: var(--accent); }
.choice:has(input:checked) { border-color: var(--accent); background: var(--accent-soft); box-shadow: inset 0 0 0 1px var(--accent); }
.choice:has(input:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.choice input:focus-visible { outline: none; }
.choice-words { display: grid; gap: .3rem; min-width: 0; }
.choice-title { font-weight: 550; }
.choice-text { font-size: .9rem; line-height: 1.45; color: var(--quiet); }
.choice-note { display: block; margin-top: .5rem; padding-top: .5rem; border-top: 1px solid var(--line); color: var(--text); }
.choice:has(input:checked) .choice-text { color: var(--text); }
.choice-urgent:has(input:checked) { border-color: var(--urgent); background: var(--urgent-soft); box-shadow: inset 0 0 0 1px var(--urgent); }
.choice-urgent input { accent-color: var(--urgent); }
.button {
  display: inline-block; font: inherit; font-weight: 600; line-height: 1.3; text-align: center; text-decoration: none; cursor: pointer;
  color: var(--accent-ink); background: var(--accent); border: 1px solid transparent; border-radius: var(--radius-small); padding: .72rem 1.4rem;
}
.button:hover { background: var(--accent-hover); }
.button:active { transform: translateY(1px); }
.button-wide { width: 100%; }
.button-small { padding: .5rem .95rem; font-size: .925rem; }
.button-plain { background: transparent; color: var(--text); border-color: var(--line-strong); }
.button-plain:hover { background: var(--sunken); }
.link { font: inherit; color: var(--accent-text); background: none; border: 0; padding: .25rem 0; text-decoration: underline; text-underline-offset: .18em; text-decoration-thickness: 1px; cursor: pointer; white-space: nowrap; }
.problems { border: 1px solid var(--urgent); border-left-width: 4px; border-radius: var(--radius-small); background: var(--urgent-soft); padding: 1rem 1.25rem; margin-bottom: 1.75rem; }
.problems h2 { color: var(--urgent); }
.problems ul { margin: 0; padding-left: 1.1rem; }
.problems a { color: var(--text); }
.notice { background: var(--ok-soft); border-left: 4px solid var(--ok); border-radius: var(--radius-small); padding: .8rem 1.1rem; }
.upload { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .5rem 1rem; align-items: center; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: var(--radius-small); background: var(--sunken); }
.upload-words { margin: 0; font-weight: 550; }
.upload progress { grid-column: 1; width: 100%; height: .6rem; accent-color: var(--accent); }
.upload .button { grid-column: 2; grid-row: 1 / span 2; }
@media (max-width: 40rem) { .choices-two { grid-template-columns: minmax(0, 1fr); } form > .button { width: 100%; } }
@media (prefers-reduced-motion: no-preference) { .button, .choice, .line { transition: background-color .12s, border-color .12s; } }
`

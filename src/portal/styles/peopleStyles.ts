/** The people of an account, and what nobody sees. */
export const peopleStyles = `
.head { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; justify-content: space-between; margin-bottom: 1.25rem; }
.head h1 { margin: 0; }
.line-person:hover { background: none; }
.line-person .line-main { gap: .2rem; }
.line-person .line-marks { flex-direction: column; align-items: flex-end; }
.line-person a:not(.button) { color: inherit; }
.line-sentence { font-size: .925rem; margin-top: .2rem; }
.unbroken { white-space: nowrap; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.trap { position: absolute; left: -999rem; top: 0; }
@media (max-width: 40rem) {
  .line-person .line-marks { flex-direction: row; align-items: center; justify-content: space-between; }
}
`

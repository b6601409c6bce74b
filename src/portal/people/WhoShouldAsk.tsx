/** Who belongs on the list, in the firm's words (R31, R36, R37): it advises and forbids nothing. `primaries` by name. */
export const WhoShouldAsk = ({ primaries }: { readonly primaries: readonly string[] }) => (
  <aside className="panel" aria-label="Who should have access">
    <h2>Who should have access</h2>
    <ul className="steps">
      <li>Only the people on this list may open requests. They should be RightFax administrators.</li>
      <li>A RightFax administrator can log in to the server, is local administrator there, and knows what RightFax is connected to.</li>
      <li>End users can be added too, but we advise against it: usually they cannot get onto the server.</li>
    </ul>
    <dl className="facts">
      <div>
        <dt>Primary RightFax contact</dt>
        <dd>{primaries.length === 0 ? 'Nobody is on file. Please tell us who it is.' : primaries.join(', ')}</dd>
      </div>
    </dl>
  </aside>
)

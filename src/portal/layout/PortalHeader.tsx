import { FormToken } from './FormToken'
import type { PortalFrame } from './PortalFrame'
import type { PortalPlace } from './PortalPage'

const Mark = () => (
  <svg className="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="8" className="mark-ground" />
    <path d="M9 14V7.5h14V14M9 22.5H6.5v-8h19v8H23M10.5 19h11v6.5h-11z" className="mark-line" />
  </svg>
)

/** Name of the firm, the places to go, and who is signed in. */
export const PortalHeader = ({ frame, here }: { readonly frame: PortalFrame; readonly here: PortalPlace | null }) => (
  <header className="top">
    <div className="top-inner">
      <a className="brand" href="/requests">
        <Mark />
        <span>
          <strong>{frame.firmName}</strong>
          <span className="brand-sub">Customer support</span>
        </span>
      </a>
      {frame.person && (
        <>
          <nav aria-label="Portal" className="places">
            <a href="/requests" aria-current={here === 'requests' ? 'page' : undefined}>Requests</a>
            {frame.person.seesPeople && <a href="/people" aria-current={here === 'people' ? 'page' : undefined}>People</a>}
            <a href="/requests/new" aria-current={here === 'submit' ? 'page' : undefined} className="button button-small">
              Submit a request
            </a>
          </nav>
          <form method="post" action="/sign-out" className="who">
            <FormToken value={frame.formToken} />
            <span className="who-name">
              {frame.person.name}
              <span className="quiet">{frame.person.company}</span>
            </span>
            <button className="link" type="submit">Sign out</button>
          </form>
        </>
      )}
    </div>
  </header>
)

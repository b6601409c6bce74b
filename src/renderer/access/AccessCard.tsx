import { Building2, CloudUpload, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { missingOfRequest } from '../../domain/access/grantAccess'
import { temporaryAccessState } from '../../domain/access/temporaryAccessState'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import { accessRequestClock } from '../../domain/clocks/accessRequestClock'
import { sayClock } from '../../domain/clocks/sayClock'
import type { Policy } from '../../domain/policy/policy'
import type { AccessEntry } from '../cache/views/useAccessRequests'
import { ClockLine } from '../ticket/ClockLine'
import { Button } from '../ui/Button'
import { Chip } from '../ui/Chip'
import { accessKindNames } from './accessKindNames'
import styles from './AccessCard.module.css'
import { accessStateNames } from './accessStateNames'

interface AccessCardProps {
  readonly entry: AccessEntry
  readonly now: Instant
  /** The engineer's own. */
  readonly zone: ZoneId
  readonly policy: Policy
  readonly mayGrant: boolean
  readonly mayDeny: boolean
  readonly onGrant: () => void
  readonly onDeny: () => void
}

const notGiven = 'not given'
const pendingWords = { grantAccess: 'Granted here, not sent yet', denyAccess: 'Denied here, not sent yet' } as const

/** One request for access: who asks for whom, what is missing, its R32 clock, and what can be done. */
export function AccessCard({ entry, now, zone, policy, mayGrant, mayDeny, onGrant, onDeny }: AccessCardProps): ReactNode {
  const { request, customer, contact, pending } = entry
  const { name, phone, email, requestedBy, requestedAt, state, kind, decision } = request
  const missing = missingOfRequest(request)
  const standing = contact === null || state !== 'granted' ? null : temporaryAccessState(contact, now, zone)
  const endable = state === 'granted' && standing !== null
  return (
    <article className={styles.card} aria-label={`Access for ${name ?? email ?? 'somebody without a name'}`}>
      <header className={styles.header}>
        <h3 className={styles.name}>{name ?? email ?? 'Name not given'}</h3>
        <span className={styles.time}>{sayMoment(requestedAt, zone, now)}</span>
      </header>
      <div className={styles.chips}>
        <Chip tone={kind === 'temporary' ? 'soon' : 'neutral'}>{accessKindNames[kind]}</Chip>
        <Chip icon={Building2} tone={customer === null ? 'soon' : 'neutral'}>
          {customer === null ? 'No account yet' : customer.name}
        </Chip>
        {state === 'open' ? null : <Chip weight="outline">{standing === null ? accessStateNames[state] : 'Waits for the primary contact'}</Chip>}
        {pending === null ? null : (
          <Chip tone="accent" icon={CloudUpload}>
            {pendingWords[pending]}
          </Chip>
        )}
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>Number</dt>
          <dd>{phone ?? notGiven}</dd>
        </div>
        <div>
          <dt>E-mail</dt>
          <dd>{email ?? notGiven}</dd>
        </div>
        <div>
          <dt>Asked by</dt>
          <dd>{requestedBy.email}</dd>
        </div>
      </dl>
      {state === 'open' && missing.length > 0 ? (
        <p className={styles.missing}>
          <TriangleAlert aria-hidden="true" size={13} /> Missing: {missing.join(', ')}. Ask {requestedBy.email}, and fill it in when granting.
        </p>
      ) : null}
      {request.text === '' ? null : (
        <details className={styles.letter}>
          <summary>What was written</summary>
          <pre className={styles.text}>{request.text}</pre>
        </details>
      )}
      {state === 'open' ? <ClockLine said={sayClock(accessRequestClock(request, entry.zone, policy, now), zone, now)} /> : null}
      {standing === null ? null : <p className={styles.soft}>{standing.sentence}</p>}
      {decision === null ? null : (
        <p className={styles.soft}>
          {decision.by.name}, {sayMoment(decision.at, zone, now)}: {decision.reason}
        </p>
      )}
      {pending !== null || (state !== 'open' && !endable) ? null : (
        <div className={styles.buttons}>
          {state === 'open' && mayGrant ? (
            <Button size="small" look="primary" onClick={onGrant}>
              Grant…
            </Button>
          ) : null}
          {mayDeny ? (
            <Button size="small" onClick={onDeny}>
              {endable ? 'End access…' : 'Deny…'}
            </Button>
          ) : null}
        </div>
      )}
    </article>
  )
}

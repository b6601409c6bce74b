import { useState } from 'react'
import type { ReactNode } from 'react'
import type { AccessCommand } from '../../domain/access/accessCommand'
import type { AccessRequest, AccessRequestKind } from '../../domain/access/accessRequest'
import { findCallers } from '../customer/findCallers'
import { useAccounts } from '../customer/useAccounts'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import styles from '../ui/DialogForm.module.css'
import { TextInput } from '../ui/TextInput'
import { accessKindNames } from './accessKindNames'

/** What the guidelines ask for of a person (R32, R33). */
const lackingFields = [
  { key: 'name', label: 'Name', type: 'text' },
  { key: 'phone', label: 'Contact number', type: 'tel' },
  { key: 'email', label: 'E-mail address', type: 'email' },
] as const

/** More would have to be scrolled; the filter is quicker. */
const SHOWN = 6

type GrantArgs = Extract<AccessCommand, { readonly name: 'grantAccess' }>['args']

interface GrantDialogProps {
  readonly request: AccessRequest
  readonly onClose: () => void
  readonly onGrant: (given: Omit<GrantArgs, 'requestId' | 'eventId' | 'newContactId'>) => void
}

/** Asks for the account and, where the primary contact asked, whether it is for good (R32, R33). */
export function GrantDialog({ request, onClose, onGrant }: GrantDialogProps): ReactNode {
  const accounts = useAccounts()
  const [filter, setFilter] = useState('')
  const [customerId, setCustomerId] = useState<string | null>(request.customerId)
  const [kind, setKind] = useState<AccessRequestKind>(request.kind)
  const [found, setFound] = useState<NonNullable<GrantArgs['found']>>({})
  const [tried, setTried] = useState(false)
  const lacking = lackingFields.filter(({ key }) => (request[key] ?? '').trim() === '')
  const unfilled = lacking.filter(({ key }) => (found[key] ?? '').trim() === '')
  const asked = { name: request.name ?? found.name ?? null, email: request.email ?? found.email ?? null, phone: request.phone ?? found.phone ?? null }
  const candidates = findCallers(accounts, asked, filter)
  const chosen = accounts.customers.find(({ id }) => id === customerId) ?? null
  const shown = candidates.slice(0, SHOWN)
  const grant = (): void => {
    setTried(true)
    if (chosen !== null && unfilled.length === 0) onGrant({ customerId: chosen.id, kind, ...(lacking.length === 0 ? {} : { found }) })
  }
  return (
    <Dialog open onClose={onClose} title={`Grant access to ${asked.name ?? 'somebody'}`} description={`${asked.email ?? 'The person'} gets a mail; so does the primary RightFax contact.`} width="wide">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          grant()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) grant()
        }}
      >
        {lacking.map(({ key, label, type }) => (
          <TextInput
            key={key}
            label={label}
            type={type}
            value={found[key] ?? ''}
            onChange={(event) => setFound((known) => ({ ...known, [key]: event.target.value }))}
            help={`Not in the request: ask ${request.requestedBy.email}.`}
            error={tried && unfilled.some((each) => each.key === key) ? `Please fill in the ${label.toLowerCase()}: access is not given without it.` : null}
          />
        ))}
        {request.customerId === null ? (
          <>
            <TextInput label="Account" placeholder="Name or account number" value={filter} onChange={(event) => setFilter(event.target.value)} autoFocus />
            {candidates.length === 0 ? <p className={styles.note}>No account has “{filter}” in its name or number.</p> : null}
            <Choice
              label="Account"
              layout="grid"
              value={customerId}
              onChange={setCustomerId}
              options={shown.map(({ customer, reason }) => ({ value: customer.id, name: customer.name, detail: reason === null ? customer.accountNumber : `It is ${reason}` }))}
            />
            {candidates.length > SHOWN ? <p className={styles.note}>{candidates.length - SHOWN} more: write a part of the name.</p> : null}
          </>
        ) : (
          <p>Account: {chosen?.name ?? 'not on this desk yet'}</p>
        )}
        {request.kind === 'addition' ? (
          <Choice
            label="Access"
            layout="line"
            value={kind}
            onChange={setKind}
            options={[
              { value: 'addition', name: 'For good', detail: 'The primary contact asked' },
              { value: 'temporary', name: accessKindNames.temporary, detail: 'Until the primary contact confirms' },
            ]}
          />
        ) : (
          <p className={styles.note}>Temporary: the primary contact is asked to confirm it, and it ends by itself if nobody does.</p>
        )}
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" hint="Ctrl ↵" disabled={chosen === null}>
            Grant
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

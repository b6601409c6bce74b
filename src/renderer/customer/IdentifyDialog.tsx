import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Ticket } from '../../domain/ticket/ticket'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import styles from '../ui/DialogForm.module.css'
import { TextInput } from '../ui/TextInput'
import { findCallers } from './findCallers'
import { useAccounts } from './useAccounts'

/** More would have to be scrolled; the filter is quicker. */
const SHOWN = 6
const NOBODY = 'nobody'

export interface CallerMatch {
  readonly customerId: string
  readonly siteId: string
  readonly contactId: string | null
}

interface IdentifyDialogProps {
  readonly ticket: Ticket
  readonly onClose: () => void
  readonly onSave: (match: CallerMatch) => void
}

/** Matches a caller nobody knows yet to an account, a site and a person; what fits is offered first (R16). */
export function IdentifyDialog({ ticket, onClose, onSave }: IdentifyDialogProps): ReactNode {
  const accounts = useAccounts()
  const [filter, setFilter] = useState('')
  const [customerId, setCustomerId] = useState<string | null>(null)
  const [siteId, setSiteId] = useState<string | null>(null)
  const [contactId, setContactId] = useState<string | null>(null)
  const candidates = findCallers(accounts, ticket.requester, filter)
  const offered = candidates.find((each) => each.reason !== null) ?? null
  const chosen = findCallers(accounts, ticket.requester, '').find((each) => each.customer.id === (customerId ?? offered?.customer.id)) ?? null
  const site = chosen?.sites.find((each) => each.id === siteId) ?? chosen?.sites[0] ?? null
  const person = contactId ?? chosen?.contactId ?? NOBODY
  const caller = [ticket.requester.name, ticket.requester.phone, ticket.requester.email].filter((part) => part !== null).join(', ')
  const save = (): void => {
    if (chosen !== null && site !== null) onSave({ customerId: chosen.customer.id, siteId: site.id, contactId: person === NOBODY ? null : person })
  }
  return (
    <Dialog open onClose={onClose} title="Match the caller" description={caller === '' ? 'The ticket carries neither number nor address.' : `It came from ${caller}.`} width="wide">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        }}
      >
        <TextInput label="Customer" placeholder="Name or account number" value={filter} onChange={(event) => setFilter(event.target.value)} autoFocus />
        {candidates.length === 0 ? <p className={styles.note}>No account has “{filter}” in its name or number.</p> : null}
        <Choice
          label="Customer"
          layout="grid"
          value={chosen?.customer.id ?? null}
          onChange={(id) => {
            setCustomerId(id)
            setSiteId(null)
            setContactId(null)
          }}
          options={candidates.slice(0, SHOWN).map(({ customer, reason }) => ({ value: customer.id, name: customer.name, detail: reason === null ? customer.accountNumber : `It is ${reason}` }))}
        />
        {candidates.length > SHOWN ? <p className={styles.note}>{candidates.length - SHOWN} more: write a part of the name.</p> : null}
        {chosen === null || chosen.sites.length < 2 ? null : (
          <Choice label="Site" layout="line" value={site?.id ?? null} onChange={setSiteId} options={chosen.sites.map((each) => ({ value: each.id, name: each.name, detail: `${each.city}, ${each.region}` }))} />
        )}
        {chosen === null ? null : (
          <Choice
            label="Person"
            layout="line"
            value={person}
            onChange={setContactId}
            options={[...chosen.contacts.map((each) => ({ value: each.id, name: each.name })), { value: NOBODY, name: 'Nobody of them' }]}
          />
        )}
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" hint="Ctrl ↵" disabled={site === null}>
            {chosen === null ? 'Match' : `Match to ${chosen.customer.name}`}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

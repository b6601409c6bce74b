import { Hand } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Instant } from '../../domain/calendar/time'
import { contactHints } from '../../domain/customer/contactHints'
import { holdCaller } from '../../domain/intake/holdCaller'
import { findCallers } from '../customer/findCallers'
import type { Accounts } from '../customer/findCallers'
import { Banner } from '../ui/Banner'
import { Choice } from '../ui/Choice'
import form from '../ui/DialogForm.module.css'
import { TextInput } from '../ui/TextInput'
import type { PhoneDraft } from './phoneDraftStore'

/** More would have to be scrolled; the filter is quicker. */
const SHOWN = 4
const NOBODY = 'nobody'

interface CallerFieldsProps {
  readonly draft: PhoneDraft
  readonly accounts: Accounts
  readonly now: Instant
  readonly onChange: (changes: Partial<PhoneDraft>) => void
}

/** Who calls: the account, the site, the person. None of it has to be known (R16); who may not ask is held (R31). */
export function CallerFields({ draft, accounts, now, onChange }: CallerFieldsProps): ReactNode {
  const { filter, customerId, siteId, contactId } = draft
  const caller = { name: null, email: null, phone: draft.callbackNumber }
  const chosen = customerId === null ? null : (findCallers(accounts, caller, '').find((each) => each.customer.id === customerId) ?? null)
  const found = findCallers(accounts, caller, filter).filter((each) => filter.trim() !== '' || each.reason !== null)
  const person = chosen?.contacts.find(({ id }) => id === contactId) ?? null
  const held = customerId === null ? null : holdCaller(customerId, person, now)
  const hints = person === null ? [] : contactHints(person).filter(({ kind }) => kind !== 'neverAsked')

  const choosePerson = (candidate: NonNullable<typeof chosen>, id: string | null): void => {
    const next = candidate.contacts.find((each) => each.id === id) ?? null
    onChange({ contactId: id, siteId: next?.siteId ?? siteId ?? candidate.sites[0]?.id ?? null, ...(next === null || next.phone === '' ? {} : { callbackNumber: next.phone }) })
  }
  const chooseCustomer = (id: string): void => {
    const candidate = found.find((each) => each.customer.id === id)
    if (candidate === undefined) return
    const fitting = candidate.contacts.find((each) => each.id === candidate.contactId) ?? null
    onChange({ customerId: id, siteId: fitting?.siteId ?? candidate.sites[0]?.id ?? null, contactId: fitting?.id ?? null, filter: '' })
  }

  if (chosen === null)
    return (
      <>
        <TextInput
          label="Customer"
          placeholder="Name or account number"
          value={filter}
          onChange={(event) => onChange({ filter: event.target.value })}
          help={customerId === null ? 'May stay open: the ticket is then matched to a customer later.' : 'The customer chosen before is not on this desk any more.'}
          autoFocus
        />
        {filter.trim() !== '' && found.length === 0 ? <p className={form.note}>No account has “{filter}” in its name or number.</p> : null}
        {found.length === 0 ? null : (
          <Choice
            label="Customer"
            layout="grid"
            value={null}
            onChange={chooseCustomer}
            options={found.slice(0, SHOWN).map(({ customer, reason }) => ({ value: customer.id, name: customer.name, detail: reason === null ? customer.accountNumber : `It is ${reason}` }))}
          />
        )}
        {found.length > SHOWN ? <p className={form.note}>{found.length - SHOWN} more: write more of the name.</p> : null}
      </>
    )
  return (
    <>
      <Choice
        label="Customer"
        layout="line"
        value={chosen.customer.id}
        onChange={(id) => (id === NOBODY ? onChange({ customerId: null, siteId: null, contactId: null }) : undefined)}
        options={[
          { value: chosen.customer.id, name: chosen.customer.name, detail: chosen.customer.accountNumber },
          { value: NOBODY, name: 'Another customer' },
        ]}
      />
      {chosen.sites.length < 2 ? null : (
        <Choice label="Site" layout="line" value={siteId} onChange={(id) => onChange({ siteId: id })} options={chosen.sites.map((each) => ({ value: each.id, name: each.name, detail: `${each.city}, ${each.region}` }))} />
      )}
      <Choice
        label="Person"
        layout="line"
        value={contactId ?? NOBODY}
        onChange={(id) => choosePerson(chosen, id === NOBODY ? null : id)}
        options={[...chosen.contacts.map((each) => ({ value: each.id, name: each.name })), { value: NOBODY, name: 'Nobody of them' }]}
      />
      {held === null ? null : (
        <Banner tone="soon" icon={Hand} title="The ticket will be held">
          {held} Somebody releases it with a reason.
        </Banner>
      )}
      {hints.map(({ sentence }) => (
        <p key={sentence} className={form.note}>
          {sentence}
        </p>
      ))}
    </>
  )
}

import { useState } from 'react'
import type { ReactNode } from 'react'
import { lastClockTime } from '../../domain/calendar/lastClockTime'
import { localTime, sayMoment, zoneLetters } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { PhoneCommand } from '../../domain/intake/phoneCommand'
import { environments, priorities } from '../../domain/ticket/ticket'
import type { Environment } from '../../domain/ticket/ticket'
import { priorityDefinitions } from '../../domain/triage/priorityDefinitions'
import { readsAsDown } from '../../domain/triage/readsAsDown'
import type { Accounts } from '../customer/findCallers'
import { PriorityMark } from '../ticket/PriorityMark'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import form from '../ui/DialogForm.module.css'
import { TextArea } from '../ui/TextArea'
import { TextInput } from '../ui/TextInput'
import { Toggle } from '../ui/Toggle'
import { CallerFields } from './CallerFields'
import type { PhoneDraft } from './phoneDraftStore'

/** What the dialog asks to be saved: all but the ids. */
export type LoggedPhoneTicket = Omit<PhoneCommand['args'], 'ticketId' | 'eventId'>

interface PhoneTicketDialogProps {
  readonly draft: PhoneDraft
  readonly accounts: Accounts
  readonly now: Instant
  /** The engineer's own zone. */
  readonly zone: ZoneId
  readonly onChange: (changes: Partial<PhoneDraft>) => void
  readonly onClose: () => void
  readonly onDiscard: () => void
  readonly onSave: (call: LoggedPhoneTicket) => void
}

const serverNames: Readonly<Record<Environment, string>> = { production: 'Production', test: 'Test server', unknown: 'Not said' }

/** Writes down a call while it runs and logs it as a ticket (R18). Closing keeps what was written. */
export function PhoneTicketDialog({ draft, accounts, now, zone, onChange, onClose, onDiscard, onSave }: PhoneTicketDialogProps): ReactNode {
  const [tried, setTried] = useState(false)
  const { began, priority, environment, brief, callbackNumber } = draft
  const startedAt = began === null ? draft.openedAt : lastClockTime(began, zone, now)
  const urgent = priority === 'urgent'
  const isTest = environment === 'test'
  const missing = { began: startedAt === null, number: callbackNumber.trim() === '', brief: brief.trim() === '' }
  const urgentOnTest = urgent && isTest

  const save = (): void => {
    setTried(true)
    if (startedAt === null || missing.number || missing.brief || urgentOnTest) return
    const { customerId, siteId, contactId, callerName, text, productionDown, take } = draft
    onSave({ startedAt, customerId, siteId, contactId, callerName: contactId === null ? callerName : '', callbackNumber, brief, text, priority, productionDown: urgent && productionDown, environment, take })
  }

  return (
    <Dialog open onClose={onClose} title="Log a call as a ticket" description="For a call you are answering now. Closing this keeps what you wrote." width="wide">
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        }}
      >
        <CallerFields draft={draft} accounts={accounts} now={now} onChange={onChange} />
        <div className={form.columns}>
          <TextInput
            label="Number to call back"
            type="tel"
            value={callbackNumber}
            onChange={(event) => onChange({ callbackNumber: event.target.value })}
            error={tried && missing.number ? 'Please enter the number to call back.' : null}
          />
          <TextInput
            label={`Call began (${zoneLetters(zone, now)}, your zone)`}
            type="time"
            value={began ?? localTime(draft.openedAt, zone).padStart(5, '0')}
            onChange={(event) => onChange({ began: event.target.value })}
            help={startedAt === null ? undefined : `${sayMoment(startedAt, zone, now)}: the clocks count from then.`}
            error={startedAt === null ? 'Please enter when the call began, as on the clock: 14:05.' : null}
          />
        </div>
        {draft.contactId === null ? <TextInput label="Who is calling" placeholder="Name, as they say it" value={draft.callerName} onChange={(event) => onChange({ callerName: event.target.value })} maxLength={200} /> : null}
        <TextInput
          label="Brief description"
          value={brief}
          onChange={(event) => onChange({ brief: event.target.value })}
          maxLength={200}
          error={tried && missing.brief ? 'Please write in a few words what the call is about.' : null}
          help={readsAsDown(brief) && !urgent && !isTest ? 'It says “down”: is faxing stopped on a production server? Then it is Urgent.' : undefined}
        />
        <TextArea label="Details (the customer can read them in the portal)" rows={3} value={draft.text} onChange={(event) => onChange({ text: event.target.value })} maxLength={20_000} />
        <Choice
          label="Priority"
          layout="grid"
          value={priority}
          onChange={(next) => onChange({ priority: next, ...(next === 'urgent' && readsAsDown(brief) && !isTest ? { productionDown: true } : {}) })}
          options={priorities.map((value) => ({ value, name: <PriorityMark priority={value} />, detail: value === 'urgent' && isTest ? 'A test server is never Urgent (R46).' : priorityDefinitions[value].definition, disabled: value === 'urgent' && isTest }))}
        />
        {urgentOnTest ? (
          <p className={form.note} role="alert">
            A test server is never Urgent: please choose High or lower.
          </p>
        ) : null}
        {urgent && !isTest ? <Toggle label="Production is down" detail="Goes before all other Urgent tickets." checked={draft.productionDown} onChange={(productionDown) => onChange({ productionDown })} /> : null}
        <Choice label="Server" layout="line" value={environment} onChange={(next) => onChange({ environment: next })} options={environments.map((value) => ({ value, name: serverNames[value] }))} />
        <Toggle label="I take it" detail={draft.take ? 'The ticket is yours from the start.' : 'It goes to the unassigned ones.'} checked={draft.take} onChange={(take) => onChange({ take })} />
        <div className={form.buttons}>
          <Button look="quiet" onClick={onDiscard}>
            Discard
          </Button>
          <Button look="primary" type="submit" hint="Ctrl ↵">
            Log the call
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

import { useState } from 'react'
import type { ReactNode } from 'react'
import { sayClockTime } from '../../domain/calendar/sayTime'
import { addRealMinutes, realMinutesBetween } from '../../domain/calendar/time'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import { contactHints } from '../../domain/customer/contactHints'
import type { Contact } from '../../domain/customer/customer'
import { callOutcomes } from '../../domain/ticket/ticket'
import type { CallOutcome, Ticket } from '../../domain/ticket/ticket'
import { useNow } from '../app/useNow'
import { AbilityFlags } from '../customer/AbilityFlags'
import { outcomeNames } from '../ticket/outcomeNames'
import { ticketLabel } from '../ticket/ticketLabel'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import formStyles from '../ui/DialogForm.module.css'
import { TextArea } from '../ui/TextArea'
import { TextInput } from '../ui/TextInput'
import { callPeople } from './callPeople'
import styles from './CallDialog.module.css'

export interface LoggedCall {
  readonly outcome: CallOutcome
  readonly number: string
  readonly contactName: string
  readonly text: string
  readonly startedAt: Instant
  readonly minutes: number
}

interface CallDialogProps {
  readonly ticket: Ticket
  readonly contacts: readonly Contact[]
  readonly zone: ZoneId
  readonly onClose: () => void
  readonly onSave: (call: LoggedCall) => void
}

/** How often the length of the running call is counted, in milliseconds. */
const TICK_MS = 5_000

/** Logs a callback: whom, on which number, what it ended in. Keys 1 to 5 choose the outcome (R60). */
export function CallDialog({ ticket, contacts, zone, onClose, onSave }: CallDialogProps): ReactNode {
  const now = useNow(TICK_MS)
  const [openedAt] = useState(now)
  const people = callPeople(ticket, contacts, openedAt)
  const [person, setPerson] = useState(people[0]?.key ?? null)
  const chosen = people.find((candidate) => candidate.key === person) ?? null
  const [number, setNumber] = useState(chosen?.phone ?? '')
  const [outcome, setOutcome] = useState<CallOutcome | null>(null)
  const [text, setText] = useState('')
  const [ago, setAgo] = useState('0')
  const [length, setLength] = useState<string | null>(null)
  const [tried, setTried] = useState(false)

  const startedAt = addRealMinutes(openedAt, -Math.min(1_440, Math.max(0, Math.trunc(Number(ago)) || 0)))
  const counted = Math.max(0, Math.round(realMinutesBetween(startedAt, now)))
  const minutes = length === null ? counted : Math.min(1_440, Math.max(0, Math.trunc(Number(length)) || 0))
  const numberMissing = number.trim() === ''

  const save = (): void => {
    setTried(true)
    if (outcome === null || numberMissing) return
    onSave({ outcome, number: number.trim(), contactName: chosen?.name ?? '', text: text.trim(), startedAt, minutes })
  }

  return (
    <Dialog open onClose={onClose} title="Log a call" description={`${ticketLabel(ticket)} ${ticket.brief}`} width="wide">
      <form
        className={formStyles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
          const byKey = callOutcomes[Number(event.key) - 1]
          if (byKey === undefined || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
          event.preventDefault()
          setOutcome(byKey)
        }}
      >
        {people.length > 0 ? (
          <div className={styles.people}>
            <Choice
              label="Whom you called"
              layout="grid"
              value={person}
              onChange={(key) => {
                setPerson(key)
                setNumber(people.find((candidate) => candidate.key === key)?.phone ?? '')
              }}
              options={people.map((candidate) => ({ value: candidate.key, name: candidate.name, detail: candidate.title }))}
            />
            {chosen === null || chosen.contact === null ? null : (
              <p className={styles.abilities}>
                {chosen.name.split(' ')[0]} <AbilityFlags abilities={chosen.contact.abilities} />
                {contactHints(chosen.contact)
                  .filter(({ kind }) => kind !== 'neverAsked')
                  .map(({ sentence }) => (
                    <span key={sentence} className={styles.hint}>
                      {sentence}
                    </span>
                  ))}
              </p>
            )}
          </div>
        ) : null}
        <div className={styles.outcomes}>
          <Choice
            label="Outcome"
            layout="line"
            value={outcome}
            onChange={setOutcome}
            options={callOutcomes.map((value, index) => ({ value, name: outcomeNames[value].name, hint: String(index + 1) }))}
          />
          <p className={tried && outcome === null ? styles.missing : formStyles.note} role={tried && outcome === null ? 'alert' : undefined}>
            {outcome === null ? 'Choose what the call ended in: keys 1 to 5.' : `${outcomeNames[outcome].name}: ${outcomeNames[outcome].clock}.`}
          </p>
        </div>
        <div className={styles.facts}>
          <TextInput
            label="Number"
            type="tel"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
            error={tried && numberMissing ? 'Which number did you call?' : null}
          />
          <TextInput label="Began, minutes ago" inputMode="numeric" value={ago} onChange={(event) => setAgo(event.target.value)} help={`at ${sayClockTime(startedAt, zone)}`} />
          <TextInput
            label="Length, minutes"
            inputMode="numeric"
            value={length ?? String(counted)}
            onChange={(event) => setLength(event.target.value)}
            help={length === null ? 'counts while this is open' : 'as you wrote it'}
          />
        </div>
        <TextArea label="What was said (internal)" rows={3} value={text} onChange={(event) => setText(event.target.value)} />
        <div className={formStyles.buttons}>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" hint="Ctrl ↵">
            Save call
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

import { Check, Headphones } from 'lucide-react'
import type { ReactNode } from 'react'
import { saySpan } from '../../domain/calendar/sayTime'
import type { Instant } from '../../domain/calendar/time'
import { firstStep } from '../../domain/intake/firstStep'
import type { Attachment } from '../../domain/ticket/attachment'
import type { Ticket } from '../../domain/ticket/ticket'
import { useKeys } from '../app/useKeys'
import { isRecording } from '../attachments/isRecording'
import { useCommands } from '../outbox/useCommands'
import { Banner } from '../ui/Banner'
import { Button } from '../ui/Button'
import { reportSaved } from './reportSaved'
import { useMay } from './useMay'
import styles from './VoicemailNotice.module.css'
import { VoicemailPlayer } from './VoicemailPlayer'

interface VoicemailNoticeProps {
  readonly ticket: Ticket
  readonly attachments: readonly Attachment[]
  readonly now: Instant
}

/** The first step of a voicemail (R17): the recording to listen to, how long it has waited, and that one has listened. Nothing once somebody did. */
export function VoicemailNotice({ ticket, attachments, now }: VoicemailNoticeProps): ReactNode {
  const commands = useCommands()
  const may = useMay()
  const step = firstStep(ticket, now)
  const canHear = step !== null && may('hearVoicemail')
  const hear = (): void => void reportSaved('Listening to the voicemail', commands.hearVoicemail({ ticketId: ticket.id }))
  useKeys({ hearVoicemail: canHear ? hear : undefined })
  if (step === null) return null
  const recordings = attachments.filter(isRecording)
  const minutes = Math.floor(step.age)
  return (
    <div data-testid="voicemail-notice">
      <Banner
        tone="soon"
        icon={Headphones}
        title={step.sentence}
        actions={
          canHear ? (
            <Button size="small" icon={Check} hint="h" onClick={hear}>
              I have listened
            </Button>
          ) : undefined
        }
      >
        <span className={styles.listen}>
          {minutes < 1 ? 'It has just come in.' : `It has waited ${saySpan(minutes)}.`}
          {recordings.length === 0 ? ' No recording is here yet; the timeline says when one arrives. Call back, or listen to it at the telephony provider.' : null}
          {recordings.map((recording) => (
            <VoicemailPlayer key={recording.id} recording={recording} />
          ))}
        </span>
      </Banner>
    </div>
  )
}

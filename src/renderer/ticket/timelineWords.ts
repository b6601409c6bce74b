import type { TimelineBody } from '../../domain/ticket/timelineEvent'
import { channelNames } from './channelNames'
import { priorityNames } from './priorityNames'
import { stateNames } from './stateNames'

/** The entries that are a line, not a card. */
export type LineBody = Exclude<TimelineBody, { kind: 'received' | 'message' | 'note' | 'call' }>

const because = (reason: string): string => (reason === '' ? '' : `: ${reason}`)

const mailWords = { sent: 'Mail sent to', kept: 'Mail kept in the outbox folder, to', failed: 'Mail could not be sent to' } as const

/**
 * What happened, after the name of who did it: `claimed it`.
 * @param actorId id of who did it; null for the system
 */
export function timelineWords(body: LineBody, actorId: string | null): string {
  switch (body.kind) {
    case 'acknowledged':
      return 'acknowledged it'
    case 'heard':
      return 'listened to the voicemail'
    case 'assigned':
      return body.engineerId === actorId ? 'claimed it' : `assigned it to ${body.engineerName}`
    case 'unassigned':
      return `gave it back${because(body.reason)}`
    case 'priority': {
      const down = body.productionDown ? ', production down' : ''
      return `changed the priority from ${priorityNames[body.from]} to ${priorityNames[body.to]}${down}${because(body.reason)}`
    }
    case 'state':
      return `${stateNames[body.from]} → ${stateNames[body.to]}${because(body.reason)}`
    case 'page':
      return body.sentence
    case 'held':
      return `held${because(body.reason)}`
    case 'released':
      return `released the hold${because(body.reason)}`
    case 'identified':
      return `matched it to ${body.customerName}`
    case 'mail':
      return `${mailWords[body.outcome]} ${body.to}${body.outcome === 'failed' ? because(body.detail) : ''}`
  }
}

/** The heading of what the customer sent first. */
export const receivedWords = (body: Extract<TimelineBody, { kind: 'received' }>): string =>
  `opened it by ${channelNames[body.channel]} as ${priorityNames[body.priority]}`

import type { Instant } from '../../domain/calendar/time'
import type { TimelineBody } from '../../domain/ticket/timelineEvent'
import { channelNames } from './channelNames'
import { priorityNames } from './priorityNames'
import { stateNames } from './stateNames'

/** The entries that are a line, not a card. */
export type LineBody = Exclude<TimelineBody, { kind: 'received' | 'message' | 'note' | 'call' }>

const because = (reason: string): string => (reason === '' ? '' : `: ${reason}`)

const recordingWords = {
  arrived: 'The voicemail’s recording has arrived',
  delayed: 'The voicemail’s recording could not be fetched and is tried again',
  lost: 'The voicemail’s recording is not here',
} as const

const mailWords = { sent: 'Mail sent to', kept: 'Mail kept in the outbox folder, to', failed: 'Mail could not be sent to' } as const

/**
 * What happened, after the name of who did it: `claimed it`.
 * @param actorId id of who did it; null for the system
 * @param sayAt a moment in the engineer's zone, seen from now
 */
export function timelineWords(body: LineBody, actorId: string | null, sayAt: (at: Instant) => string): string {
  switch (body.kind) {
    case 'acknowledged':
      return 'acknowledged it'
    case 'heard':
      return 'listened to the voicemail'
    case 'assigned':
      return `${body.engineerId === actorId ? 'claimed it' : `assigned it to ${body.engineerName}`}${because(body.reason ?? '')}`
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
    case 'merged': {
      const down = body.productionDown ? ', production down' : ''
      const raised = body.from === body.to ? '' : `, which made it ${priorityNames[body.to]}${down}`
      return `merged #${body.number} into it${raised}${because(body.reason)}`
    }
    case 'unmerged':
      return `split #${body.number} off again${because(body.reason)}`
    case 'mergedInto':
      return `merged it into #${body.number}${because(body.reason)}`
    case 'splitOff':
      return `split it off #${body.number} again${because(body.reason)}`
    case 'followUp':
      return `promised to come back by ${sayAt(body.due)}${because(body.text)}`
    case 'followUpKept':
      return `kept a promise to come back${because(body.text)}`
    case 'followUpDropped':
      return `withdrew a promise to come back${because(body.reason)}`
    case 'recording':
      return `${recordingWords[body.outcome]}${because(body.detail)}`
    case 'mail':
      return `${mailWords[body.outcome]} ${body.to}${body.outcome === 'failed' ? because(body.detail) : ''}`
  }
}

/** The heading of what the customer sent first, or said on the phone (R18). */
export const receivedWords = (body: Extract<TimelineBody, { kind: 'received' }>): string =>
  body.channel === 'phone' ? `logged a call as ${priorityNames[body.priority]}` : `opened it by ${channelNames[body.channel]} as ${priorityNames[body.priority]}`

import { describe, expect, it } from 'vitest'
import { exampleTicket } from '../fixtures/examples'
import { effectivePriority } from './effectivePriority'
import { mismatchHint } from './mismatchHint'
import { priorityDefinitions } from './priorityDefinitions'
import { readsAsDown } from './readsAsDown'

describe('R52 reading "down"', () => {
  it.each([
    'server is down', 'RightFax down', 'DOWN!!', 'Our fax server went down at 9', 'fax is “down” again', 'Production down - no faxes', 'down', 'Is the server down?',
    'All lines are down, please call', 'RightFax is down; download of the log attached', 'Server down the whole morning',
  ])('reads %j as down', (brief) => {
    expect(readsAsDown(brief)).toBe(true)
  })

  it.each([
    'download of the client fails', 'breakdown of costs', 'please scroll down in the list', 'drop-down is empty', 'drop down list is empty', 'shutdown takes long', 'countdown', 'top-down view',
    'need to track it down', 'write down the steps', 'the server is not down', 'down payment on the invoice', 'further down the page', 'page down key', 'slow down of printing', '', 'downtime planning',
  ])('does not read %j as down', (brief) => {
    expect(readsAsDown(brief)).toBe(false)
  })

  it('R52 marks production down only together with Urgent, and never on a test server', () => {
    const brief = 'RightFax is down'
    expect(exampleTicket({ brief, customerPriority: 'urgent' }).productionDown).toBe(true)
    expect(exampleTicket({ brief, customerPriority: 'high' }).productionDown).toBe(false)
    expect(exampleTicket({ brief, customerPriority: 'urgent', environment: 'test' }).productionDown).toBe(false)
  })
})

describe('R49 the effective priority', () => {
  it('is the customer’s until an engineer reviewed it', () => {
    expect(effectivePriority({ customerPriority: 'high', engineerPriority: null })).toBe('high')
    expect(effectivePriority({ customerPriority: 'high', engineerPriority: 'low' })).toBe('low')
  })

  it('R46 is never Urgent on a test server', () => {
    expect(effectivePriority({ customerPriority: 'urgent', engineerPriority: null, environment: 'test' })).toBe('high')
    expect(effectivePriority({ customerPriority: 'low', engineerPriority: 'urgent', environment: 'test' })).toBe('high')
    expect(effectivePriority({ customerPriority: 'urgent', engineerPriority: null, environment: 'unknown' })).toBe('urgent')
  })
})

describe('R53 the mismatch hint', () => {
  it('suggests Urgent, production down, for "down" below Urgent', () => {
    expect(mismatchHint(exampleTicket({ brief: 'fax server is down' }))).toMatchObject({ suggested: 'urgent', productionDown: true })
  })

  it('keeps quiet when they agree, after a review, and when the ticket is finished', () => {
    expect(mismatchHint(exampleTicket({ brief: 'fax server is down', customerPriority: 'urgent' }))).toBeNull()
    expect(mismatchHint(exampleTicket({ brief: 'Cover page looks odd' }))).toBeNull()
    expect(mismatchHint(exampleTicket({ brief: 'fax server is down' }, { engineerPriority: 'medium' }))).toBeNull()
    expect(mismatchHint(exampleTicket({ brief: 'fax server is down' }, { state: 'resolved' }))).toBeNull()
  })

  it('R46 says that a test server is never Urgent', () => {
    expect(mismatchHint(exampleTicket({ customerPriority: 'urgent', environment: 'test' }))).toMatchObject({ suggested: 'high', productionDown: false })
    expect(mismatchHint(exampleTicket({ brief: 'test server down', environment: 'test' }))).toBeNull()
  })

  it('R13 suggests Urgent for a mail that reads as urgent, which has no other way to say so, and for no portal request', () => {
    const brief = 'URGENT: outbound queue stuck'
    expect(mismatchHint(exampleTicket({ brief, channel: 'email' }))).toEqual({
      sentence: 'This mail reads as urgent, and mail carries no priority: it is Medium. Raise to Urgent?', suggested: 'urgent', productionDown: false,
    })
    expect(mismatchHint(exampleTicket({ brief: 'URGENT: fax server down', channel: 'email' }))).toMatchObject({ productionDown: true })
    expect(mismatchHint(exampleTicket({ brief, channel: 'portal' }))).toBeNull()
    expect(mismatchHint(exampleTicket({ brief: 'Not urgent: cover page', channel: 'email' }))).toBeNull()
    expect(mismatchHint(exampleTicket({ brief, channel: 'email' }, { engineerPriority: 'medium' }))).toBeNull()
  })

  it('R46 R47 R48 keeps the guidelines’ words', () => {
    expect(priorityDefinitions.urgent.definition).toContain('on a production server has stopped')
    expect(Object.values(priorityDefinitions).map((each) => each.name)).toEqual(['Urgent', 'High', 'Medium', 'Low'])
  })
})

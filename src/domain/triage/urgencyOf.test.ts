import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { environments } from '../ticket/ticket'
import { faxFlows, urgencyOf } from './urgencyOf'
import type { ServerReport } from './urgencyOf'

const server = (changes: Partial<ServerReport> = {}): ServerReport => ({ environment: 'production', inbound: 'works', outbound: 'works', ...changes })

describe('the priority that the definitions give', () => {
  it('R46 is Urgent as soon as one production direction has stopped, also on one of several servers', () => {
    expect(urgencyOf([server({ inbound: 'stopped' })], false)).toEqual({
      priority: 'urgent', productionDown: false, rule: 'R46', sentence: 'Faxing in one direction has stopped on the production server.',
    })
    expect(urgencyOf([server(), server({ outbound: 'stopped', inbound: 'limited' }), server()], false)).toMatchObject({
      priority: 'urgent', productionDown: false, sentence: 'Faxing in one direction has stopped on 1 of 3 production servers.',
    })
  })

  it('R46 R51 is production down when both directions of a server have stopped', () => {
    expect(urgencyOf([server({ inbound: 'stopped', outbound: 'stopped' })], false)).toMatchObject({
      priority: 'urgent', productionDown: true, sentence: 'Faxing in both directions has stopped on the production server.',
    })
    expect(urgencyOf([server({ inbound: 'stopped' }), server({ inbound: 'stopped', outbound: 'stopped' })], false)).toMatchObject({
      productionDown: true, sentence: 'Faxing in both directions has stopped on 1 of 2 production servers.',
    })
  })

  it('R46 never counts a test server, and counts one that nobody placed yet', () => {
    expect(urgencyOf([server({ environment: 'test', inbound: 'stopped', outbound: 'stopped' })], false)).toEqual({
      priority: 'medium', productionDown: false, rule: 'R46', sentence: 'Only a test server is concerned, and a test server is never Urgent.',
    })
    expect(urgencyOf([server({ environment: 'unknown', outbound: 'stopped' })], false).priority).toBe('urgent')
  })

  it('R47 is High when production works with limits', () => {
    expect(urgencyOf([server(), server({ outbound: 'limited' })], true)).toEqual({ priority: 'high', productionDown: false, rule: 'R47', sentence: 'Production faxing works, but with limits.' })
  })

  it('R48 is Low for a mere question and Medium for everything else', () => {
    expect(urgencyOf([], true)).toEqual({ priority: 'low', productionDown: false, rule: 'R48', sentence: 'A question without any effect on production.' })
    expect(urgencyOf([server({ inbound: 'unknown' })], false)).toEqual({ priority: 'medium', productionDown: false, rule: 'R48', sentence: 'No production faxing has stopped or is limited.' })
  })

  it('R46 is Urgent if and only if any production direction has stopped, whatever else works', () => {
    const any = fc.record({ environment: fc.constantFrom(...environments), inbound: fc.constantFrom(...faxFlows), outbound: fc.constantFrom(...faxFlows) })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), fc.boolean(), (servers, onlyAQuestion) => {
        const stopped = servers.some((each) => each.environment !== 'test' && [each.inbound, each.outbound].includes('stopped'))
        const suggested = urgencyOf(servers, onlyAQuestion)
        expect(suggested.priority === 'urgent').toBe(stopped)
        expect(suggested.productionDown && suggested.priority !== 'urgent').toBe(false)
      }),
    )
  })
})

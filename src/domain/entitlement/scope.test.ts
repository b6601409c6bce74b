import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleTicket, wall } from '../fixtures/examples'
import { orderQueue } from '../queue/orderQueue'
import { serviceItemIds } from '../services/serviceItem'
import { servicesList } from '../services/servicesList'
import { environments, priorities } from '../ticket/ticket'
import { customerRunChange, scopeOf } from './scope'
import type { ScopeFacts } from './scope'
import { serviceSentences } from './serviceSentences'

const lakeside = { accountManager: { name: 'Dana Whitfield', email: 'dana@thefaxguys.example' } }
const nobody = { accountManager: { name: '', email: ' ' } }

describe('R83 R84 R85 what is professional services', () => {
  it('R56 R83 takes support and the software itself as included', () => {
    expect(scopeOf({ work: 'support' }, lakeside)).toMatchObject({ kind: 'inScope', rule: 'R56', needsQuote: false, item: null, tag: null })
    expect(scopeOf({ work: 'software', item: 'upgrade' }, lakeside)).toEqual({
      kind: 'inScope', rule: 'R83', item: 'upgrade', tag: null, needsQuote: false,
      sentence:
        'Your support contract includes the software itself: upgrades, service releases and patches. Applying them is professional services; your Account Manager Dana Whitfield (dana@thefaxguys.example) gives you a quote for that.',
    })
  })

  it('R83 quotes the labour of applying what is included', () => {
    for (const item of ['upgrade', 'patches'] as const) {
      expect(scopeOf({ work: 'software', item }, lakeside).kind).toBe('inScope')
      expect(scopeOf({ work: 'ours', item, nightOrWeekend: false }, lakeside)).toMatchObject({ kind: 'professionalServices', needsQuote: true, item })
    }
  })

  it('R84 lists install, migration and upgrade on site or remote, patches, training online or on site, health checks', () => {
    expect(serviceItemIds.map((id) => [id, ...servicesList[id].variants].join(' '))).toEqual([
      'newInstall onSite remote', 'migration onSite remote', 'upgrade onSite remote', 'patches', 'training online onSite', 'healthCheck',
    ])
    for (const id of serviceItemIds) {
      expect(servicesList[id]).toMatchObject({ id })
      expect(servicesList[id].checklist.length).toBeGreaterThanOrEqual(3)
      expect(scopeOf({ work: 'ours', item: id, nightOrWeekend: false }, lakeside)).toMatchObject({ kind: 'professionalServices', rule: 'R84', needsQuote: true })
    }
    expect(scopeOf({ work: 'ours', item: 'training', nightOrWeekend: false }, lakeside).sentence).toBe(
      'Training is professional services and not covered by your support contract. Your Account Manager Dana Whitfield (dana@thefaxguys.example) gives you a quote. Once it is accepted, our Project Manager schedules the work with you.',
    )
  })

  it('R85 says that 24×7 does not cover installs, upgrades and patches on nights and weekends', () => {
    expect(scopeOf({ work: 'ours', item: 'patches', nightOrWeekend: true }, nobody)).toEqual({
      kind: 'professionalServices', rule: 'R85', item: 'patches', tag: null, needsQuote: true,
      sentence:
        '24×7 support does not cover installations, upgrades or patches on nights and weekends. Our Installation engineers work then by appointment only; please speak with your Account Manager for a quote first.',
    })
  })
})

describe('R86 R87 R88 R89 a change the customer makes on their own', () => {
  it('R86 gets best effort and its tag, R88 the way to a quote, R89 no encouragement', () => {
    const scope = scopeOf({ work: 'customerRun', item: 'migration' }, lakeside)
    expect(scope).toMatchObject({ kind: 'bestEffort', rule: 'R86', item: 'migration', tag: 'customer-run change', needsQuote: false })
    expect(scope.sentence).toBe(
      'You may use the Customer Portal while you do this yourselves. HelpDesk answers your questions by best effort, and you then continue on your own. ' +
        'Questions are answered first come, first served, and by priority. ' +
        'If you want one of our engineers to log in and take over, please ask your Account Manager Dana Whitfield (dana@thefaxguys.example), who gives you a quote for it. ' +
        'We do not encourage customers to install or upgrade RightFax on their own: unless one does it often, it is tricky.',
    )
    expect(scope.sentence).toContain(serviceSentences.selfInstall.text)
  })

  it('R84 R86 takes training and health checks for our work, whoever is said to do them', () => {
    expect(serviceItemIds.filter((item) => scopeOf({ work: 'customerRun', item }, lakeside).kind === 'bestEffort')).toEqual(['newInstall', 'migration', 'upgrade', 'patches'])
    expect(scopeOf({ work: 'customerRun', item: 'training' }, lakeside)).toMatchObject({ kind: 'professionalServices', rule: 'R84', tag: null })
  })

  it('R88 directs to the Account Manager by name once we shall take over', () => {
    const scope = scopeOf({ work: 'takeOver', item: 'upgrade' }, lakeside)
    expect(scope).toMatchObject({ kind: 'professionalServices', rule: 'R88', needsQuote: true, tag: null })
    expect(scope.sentence).toContain('your Account Manager Dana Whitfield (dana@thefaxguys.example)')
    expect(scopeOf({ work: 'takeOver', item: 'upgrade' }, nobody).sentence).toContain('please ask your Account Manager, who')
  })

  it('R87 stands in the queue like all others: the scope has no part in the order', () => {
    const anyScope = fc.constantFrom<ScopeFacts>({ work: 'support' }, { work: 'customerRun', item: 'upgrade' }, { work: 'takeOver', item: 'patches' }).map((facts) => scopeOf(facts, lakeside))
    const anyTicket = fc
      .record({ customerPriority: fc.constantFrom(...priorities), environment: fc.constantFrom(...environments), minute: fc.integer({ min: 0, max: 3 }), number: fc.integer({ min: 1, max: 99 }), scope: anyScope })
      .map(({ customerPriority, environment, minute, number, scope }) => ({
        ...exampleTicket({ id: `t${number}`, number, customerPriority, environment, receivedAt: wall(`2026-11-24T10:0${minute}`) }), scope,
      }))
    fc.assert(
      fc.property(fc.uniqueArray(anyTicket, { selector: ({ id }) => id, maxLength: 8 }), (tickets) => {
        const allSupport = tickets.map((ticket) => ({ ...ticket, scope: scopeOf({ work: 'support' }, lakeside) }))
        expect(orderQueue(tickets).map(({ id }) => id)).toEqual(orderQueue(allSupport).map(({ id }) => id))
      }),
    )
    const first = { ...exampleTicket({ id: 'own', number: 2 }), tag: customerRunChange }
    const second = exampleTicket({ id: 'fault', number: 1, receivedAt: wall('2026-11-24T10:01') })
    expect(orderQueue([second, first]).map(({ id }) => id)).toEqual(['own', 'fault'])
  })
})

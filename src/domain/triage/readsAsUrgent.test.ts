import { describe, expect, it } from 'vitest'
import { readsAsUrgent } from './readsAsUrgent'

describe('R13 reading "urgent"', () => {
  it.each([
    'URGENT: no faxes since 9', 'Urgent', 'this is urgent!', 'We urgently need help', 'EMERGENCY - server', 'please call asap', 'Call me A.S.A.P.', 'ASAP', 'Critical issue with outbound',
    'mission-critical faxes are stuck', 'It is critical, patients wait', 'urgent, not just slow', 'The emergency room cannot fax, this is urgent', 'Urgent care cannot fax - URGENT',
    'Subject: [urgent] queue stuck', `${'a long mail. '.repeat(500)}This is urgent.`,
  ])('R13 reads %j as urgent', (text) => {
    expect(readsAsUrgent(text)).toBe(true)
  })

  it.each([
    'not urgent', 'This is NOT urgent', 'non-urgent question', 'Non urgent: cover pages', 'it isn’t really urgent', "isn't that urgent", 'no emergency', 'nothing urgent', 'a less critical server', 'not an emergency',
    'insurgent', 'hypercritical', 'urgent care cover page', 'Emergency Room printer', 'emergency department line 4', 'Critical Care Unit mailbox', 'Critical access hospital licence', 'emergency contact list',
    'mail urgent@clinic.example', 'asaph is our admin', 'urgency of nothing', '', 'How do I change the cover page?',
  ])('R13 does not read %j as urgent', (text) => {
    expect(readsAsUrgent(text)).toBe(false)
  })

  it('R13 keeps its pace on a hostile text', () => {
    expect(readsAsUrgent(`${'not that very '.repeat(200_000)}urgen`)).toBe(false)
    expect(readsAsUrgent('not urgent '.repeat(50_000))).toBe(false)
  })
})

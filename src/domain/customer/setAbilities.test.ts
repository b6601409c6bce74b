import { describe, expect, it } from 'vitest'
import { exampleContact, wall } from '../fixtures/examples'
import { setAbilities } from './setAbilities'

const priya = { kind: 'engineer', id: 'priya', name: 'Priya Raman' } as const
const at = wall('2026-11-24T10:00')
const ana = exampleContact()
const set = (...changes: Parameters<typeof setAbilities>[1]) => setAbilities(ana, changes, { actor: priya, at })

describe('R38–R44 what a contact can do', () => {
  it('R40 is set ability by ability, with who and when; the others stay', () => {
    expect(set({ ability: 'knowsServers', from: null, to: true }, { ability: 'localAdministrator', from: true, to: false })).toEqual({
      ok: true,
      contact: { ...ana, abilities: { ...ana.abilities, knowsServers: true, localAdministrator: false }, abilitiesSet: { by: priya, at } },
    })
  })

  it('R38 can be taken back to never asked', () => {
    expect(set({ ability: 'serviceAccountLogin', from: true, to: null })).toMatchObject({ contact: { abilities: { serviceAccountLogin: null } } })
  })

  it('P4 says nothing new when it is so already, and keeps who said it first', () => {
    expect(set({ ability: 'rightFaxBasics', from: false, to: true })).toEqual({ ok: true, contact: ana })
  })

  it('P7 changes nothing when somebody else said otherwise meanwhile, and names them', () => {
    const lee = { ...ana, abilities: { ...ana.abilities, knowsDevices: false }, abilitiesSet: { by: { ...priya, name: 'Lee Park' }, at } }
    const outcome = setAbilities(lee, [{ ability: 'knowsServers', from: null, to: true }, { ability: 'knowsDevices', from: null, to: true }], { actor: priya, at })
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'changedMeanwhile', sentence: expect.stringContaining('Lee Park changed what Ana Ortiz can do') as string } })
  })
})

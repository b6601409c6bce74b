import { assert, array, constantFrom, property, record, shuffledSubarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toInstant } from '../calendar/time'
import { exampleContact, wall } from '../fixtures/examples'
import { abilityKeys, abilityNames } from './abilityNames'
import { contactHints } from './contactHints'
import type { Contact, ContactAbilities, Integration, Server } from './customer'
import { contactAccesses } from './customer'
import { missingFacts } from './missingFacts'
import { orderContacts } from './orderContacts'

const all = (value: boolean | null): ContactAbilities => ({
  serviceAccountLogin: value,
  localAdministrator: value,
  knowsServers: value,
  knowsApplications: value,
  knowsDevices: value,
  rightFaxBasics: value,
})
const hints = (abilities: Partial<ContactAbilities>, access: Contact['access'] = 'authorized') => contactHints(exampleContact({ access, abilities: { ...all(true), ...abilities } }))

describe('what to know before calling a person', () => {
  it.each([
    ['R38', 'serviceAccountLogin', 'Ana Ortiz cannot log in to the server with a RightFax service account.', 'Never asked whether Ana Ortiz can log in to the server with a RightFax service account.'],
    ['R39', 'localAdministrator', 'Ana Ortiz is not local administrator on the server.', 'Never asked whether Ana Ortiz is local administrator on the server.'],
    ['R40', 'knowsServers', 'Ana Ortiz does not know the other servers RightFax integrates with.', 'Never asked whether Ana Ortiz knows the other servers RightFax integrates with.'],
    ['R41', 'knowsApplications', 'Ana Ortiz does not know the integrated applications.', 'Never asked whether Ana Ortiz knows the integrated applications.'],
    ['R42', 'knowsDevices', 'Ana Ortiz does not know the integrated devices.', 'Never asked whether Ana Ortiz knows the integrated devices.'],
    ['R44', 'rightFaxBasics', 'Ana Ortiz does not know RightFax administration.', 'Never asked whether Ana Ortiz knows RightFax administration.'],
  ] as const)('%s hints when it is missing, and when nobody asked', (rule, ability, lacking, unknown) => {
    expect(hints({ [ability]: false }, 'none')).toEqual([{ kind: 'lacks', rule, ability, sentence: lacking }])
    expect(hints({ [ability]: null })).toEqual([{ kind: 'neverAsked', rule, ability, sentence: unknown }])
    expect(hints({ [ability]: true })).toEqual([])
  })

  it('R38 never blocks: whatever is on file, one hint for each ability that is not a yes, what is lacking first', () => {
    const value = constantFrom(true, false, null)
    const abilities = record({ serviceAccountLogin: value, localAdministrator: value, knowsServers: value, knowsApplications: value, knowsDevices: value, rightFaxBasics: value })
    assert(
      property(abilities, constantFrom(...contactAccesses), (given, access) => {
        const found = hints(given, access).filter(({ ability }) => ability !== null)
        expect(found).toHaveLength(abilityKeys.filter((key) => given[key] !== true).length)
        expect(found.map(({ kind }) => kind)).toEqual(found.map(({ kind }) => kind).toSorted())
      }),
    )
  })

  it('R37 says of an authorized person, not of an end user, that an administrator was expected', () => {
    const clerk = { rightFaxBasics: false } as const
    expect(hints(clerk)[0]).toMatchObject({ kind: 'notAdministrator', rule: 'R37', ability: null })
    expect([hints(clerk, 'primary'), hints(clerk, 'temporary')].map(([first]) => first?.kind)).toEqual(['notAdministrator', 'notAdministrator'])
    expect(hints(clerk, 'none').map(({ kind }) => kind)).toEqual(['lacks'])
  })

  it('R38 R39 R40 R41 R42 R44 has a flag for each', () => {
    expect(abilityKeys.map((key) => abilityNames[key].rule)).toEqual(['R38', 'R39', 'R40', 'R41', 'R42', 'R44'])
    expect(abilityKeys).toEqual(Object.keys(all(null)))
  })
})

describe('whom to call first', () => {
  const now = wall('2026-11-24T12:00')
  const person = (id: string, changes: Partial<Contact> = {}): Contact => exampleContact({ id, name: `Name ${id}`, abilities: all(null), ...changes })
  const order = (contacts: readonly Contact[], requesterId: string | null = null) => orderContacts(contacts, requesterId, now).map(({ id }) => id)

  it('R31 R34 who asked, then who may ask, the primary contact before others', () => {
    const people = [
      person('none', { access: 'none' }),
      person('suspended', { access: 'temporary', accessUntil: now }),
      person('temporary', { access: 'temporary', accessUntil: toInstant(now + 1) }),
      person('authorized'),
      person('primary', { access: 'primary' }),
    ]
    expect(order(people)).toEqual(['primary', 'authorized', 'temporary', 'none', 'suspended'])
    expect(order(people, 'none')).toEqual(['none', 'primary', 'authorized', 'temporary', 'suspended'])
  })

  it('R38 R39 who can get onto the server goes before the primary contact who cannot; unknown lies between', () => {
    const people = [
      person('primary', { access: 'primary', abilities: { ...all(null), serviceAccountLogin: false } }),
      person('unknown'),
      person('hands', { abilities: { ...all(null), localAdministrator: true } }),
      person('temporary hands', { access: 'temporary', abilities: { ...all(null), localAdministrator: true } }),
    ]
    expect(order(people)).toEqual(['hands', 'temporary hands', 'unknown', 'primary'])
  })

  it('R40 R44 who knows more goes first among equals; without a number one comes after those who have one', () => {
    expect(order([person('a'), person('b', { abilities: { ...all(null), knowsServers: true } })])).toEqual(['b', 'a'])
    expect(order([person('mute', { access: 'primary', phone: ' ' }), person('b'), person('c', { access: 'none' })])).toEqual(['b', 'mute', 'c'])
  })

  it('is one list, whatever order the rows come in, and leaves nobody out', () => {
    const people = [...contactAccesses, 'primary' as const].map((access, index) => person(String(index), { access, name: access === 'primary' ? 'Same name' : `Name ${index}` }))
    assert(
      property(shuffledSubarray(people, { minLength: people.length }), array(constantFrom(...people), { maxLength: 1 }), (shuffled, requester) => {
        const id = requester[0]?.id ?? null
        expect(order(shuffled, id)).toEqual(order(people, id))
      }),
    )
    expect(order(people)).toHaveLength(people.length)
  })
})

describe('R43 names and IP addresses of what RightFax integrates with', () => {
  const server = (changes: Partial<Server> = {}): Server => ({
    id: 'server-1',
    rev: 1,
    customerId: 'customer-1',
    siteId: null,
    role: 'SQL Server',
    hostName: 'lk-sql-01',
    environment: 'production',
    addresses: [{ label: 'LAN', ip: '10.1.2.3' }],
    operatingSystem: '',
    rightFaxVersion: null,
    verifiedAt: null,
    verifiedBy: null,
    ...changes,
  })
  const integration = (kind: Integration['kind'], changes: Partial<Integration> = {}): Integration => ({
    id: kind,
    rev: 1,
    customerId: 'customer-1',
    serverId: null,
    kind,
    name: `The ${kind}`,
    ip: '10.1.2.4',
    ...changes,
  })
  const complete = [integration('server'), integration('application'), integration('device')]
  const say = (servers: readonly Server[], integrations: readonly Integration[]) => missingFacts({ servers, integrations }).map(({ rule, about, id, sentence }) => [rule, about, id, sentence])

  it('R40 R41 R42 are missing as a whole until one of each is on file', () => {
    expect(say([], [])).toEqual([
      ['R40', 'kind', null, 'No other server that RightFax integrates with is on file. Ask whether there are any.'],
      ['R41', 'kind', null, 'No integrated application is on file. Ask whether there are any.'],
      ['R42', 'kind', null, 'No integrated device is on file. Ask whether there are any.'],
    ])
    expect(say([], complete)).toEqual([])
    for (const [kind, rule] of [['server', 'R40'], ['application', 'R41'], ['device', 'R42']] as const) {
      expect(say([], complete.filter((row) => row.kind !== kind)).map(([named]) => named)).toEqual([rule])
    }
  })

  it('R40 counts a server that does not run RightFax, and not the RightFax server itself', () => {
    const [, application, device] = complete
    const others = [application, device].filter((row) => row !== undefined)
    expect(say([server()], others)).toEqual([])
    expect(say([server({ rightFaxVersion: '24.4' })], others).map(([rule]) => rule)).toEqual(['R40'])
  })

  it('names each server and integration without a name or an address', () => {
    const servers = [server({ hostName: ' ' }), server({ id: 'server-2', hostName: 'lk-fax-01', addresses: [] }), server({ id: 'server-3', hostName: '', role: '', addresses: [{ label: 'LAN', ip: '' }] })]
    expect(say(servers, [...complete, integration('device', { id: 'mfp', name: '', ip: null }), integration('application', { id: 'epic', name: 'Epic', ip: '' })])).toEqual([
      ['R43', 'server', 'server-1', 'The SQL Server has no name on file.'],
      ['R43', 'server', 'server-2', 'lk-fax-01 has no IP address on file.'],
      ['R43', 'server', 'server-3', 'The server has no name on file.'],
      ['R43', 'server', 'server-3', 'A server has no IP address on file.'],
      ['R43', 'integration', 'mfp', 'An integrated device has no name on file.'],
      ['R43', 'integration', 'mfp', 'An integrated device has no IP address on file.'],
      ['R43', 'integration', 'epic', 'Epic has no IP address on file.'],
    ])
  })
})

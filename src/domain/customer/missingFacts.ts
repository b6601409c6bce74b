import type { Integration, Server } from './customer'

/** The part of a customer's file that R40–R43 are about. */
export interface EnvironmentFile {
  readonly servers: readonly Server[]
  readonly integrations: readonly Integration[]
}

/** Something the customer's file should say and does not. `id` is the row's; null when a whole kind is missing. */
export interface MissingFact {
  readonly rule: 'R40' | 'R41' | 'R42' | 'R43'
  readonly about: 'server' | 'integration' | 'kind'
  readonly id: string | null
  readonly sentence: string
}

const blank = (text: string | null): boolean => (text ?? '').trim() === ''

const kinds = [
  { kind: 'server', rule: 'R40', sentence: 'No other server that RightFax integrates with is on file. Ask whether there are any.' },
  { kind: 'application', rule: 'R41', sentence: 'No integrated application is on file. Ask whether there are any.' },
  { kind: 'device', rule: 'R42', sentence: 'No integrated device is on file. Ask whether there are any.' },
] as const

const missingOfServer = ({ id, hostName, role, addresses }: Server): readonly MissingFact[] => {
  const fact = { rule: 'R43', about: 'server', id } as const
  return [
    ...(blank(hostName) ? [{ ...fact, sentence: `The ${role.trim() || 'server'} has no name on file.` }] : []),
    ...(addresses.every(({ ip }) => blank(ip)) ? [{ ...fact, sentence: `${hostName.trim() || role.trim() || 'A server'} has no IP address on file.` }] : []),
  ]
}

const missingOfIntegration = ({ id, kind, name, ip }: Integration): readonly MissingFact[] => {
  const fact = { rule: 'R43', about: 'integration', id } as const
  return [
    ...(blank(name) ? [{ ...fact, sentence: `An integrated ${kind} has no name on file.` }] : []),
    ...(blank(ip) ? [{ ...fact, sentence: `${name.trim() || `An integrated ${kind}`} has no IP address on file.` }] : []),
  ]
}

/**
 * What the customer's file lacks of the environment: whether servers, applications and devices that RightFax integrates
 * with are on file at all (R40–R42), and the name and IP address of each (R43). Only presence is looked at: whether an
 * address is one is checked where it comes in. A server that does not run RightFax counts for R40.
 */
export const missingFacts = ({ servers, integrations }: EnvironmentFile): readonly MissingFact[] => {
  const known = new Set<Integration['kind']>(integrations.map(({ kind }) => kind))
  if (servers.some(({ rightFaxVersion }) => rightFaxVersion === null)) known.add('server')
  const missingKinds = kinds
    .filter(({ kind }) => !known.has(kind))
    .map(({ rule, sentence }): MissingFact => ({ rule, about: 'kind', id: null, sentence }))
  return [...missingKinds, ...servers.flatMap(missingOfServer), ...integrations.flatMap(missingOfIntegration)]
}

import type { ContactAbilities } from './customer'

/** One ability of a contact: its rule, two words for a flag, and how a sentence goes on after the person’s name. */
export interface AbilityName {
  readonly rule: string
  readonly short: string
  /** `Ana Ortiz can log in …`. */
  readonly can: string
  /** `Ana Ortiz cannot log in …`. */
  readonly cannot: string
}

/** What a RightFax administrator should be able to do, in the order of the guidelines (R38–R42, R44). */
export const abilityNames: Readonly<Record<keyof ContactAbilities, AbilityName>> = {
  serviceAccountLogin: {
    rule: 'R38',
    short: 'service account',
    can: 'can log in to the server with a RightFax service account',
    cannot: 'cannot log in to the server with a RightFax service account',
  },
  localAdministrator: { rule: 'R39', short: 'local admin', can: 'is local administrator on the server', cannot: 'is not local administrator on the server' },
  knowsServers: { rule: 'R40', short: 'servers', can: 'knows the other servers RightFax integrates with', cannot: 'does not know the other servers RightFax integrates with' },
  knowsApplications: { rule: 'R41', short: 'applications', can: 'knows the integrated applications', cannot: 'does not know the integrated applications' },
  knowsDevices: { rule: 'R42', short: 'devices', can: 'knows the integrated devices', cannot: 'does not know the integrated devices' },
  rightFaxBasics: { rule: 'R44', short: 'RightFax basics', can: 'knows RightFax administration', cannot: 'does not know RightFax administration' },
}

/** The abilities in the order of the guidelines. */
export const abilityKeys = Object.keys(abilityNames) as readonly (keyof ContactAbilities)[]

import { mutantsOf } from './mutant'

/** Breaks of what is known of a customer and of its people: R38–R44. */
export const customerMutants = mutantsOf('customer', [
  ['R38', 'abilityNames.ts', "rule: 'R38'", "rule: 'R39'", 'names the wrong rule for the service account'],
  ['R38', 'contactHints.ts', 'abilities[ability] === null', 'abilities[ability] !== true', 'says "never asked" of what is known'],
  ['R39', 'abilityNames.ts', "cannot: 'is not local administrator on the server'", "cannot: 'is local administrator on the server'", 'says the contrary of a local administrator'],
  ['R39', 'orderContacts.ts', "['serviceAccountLogin', 'localAdministrator']", "['serviceAccountLogin']", 'does not prefer a local administrator'],
  ['R40', 'missingFacts.ts', "if (servers.some(({ rightFaxVersion }) => rightFaxVersion === null)) known.add('server')", '', 'does not count other servers that are on file'],
  ['R41', 'missingFacts.ts', "kind: 'application', rule: 'R41'", "kind: 'application', rule: 'R42'", 'names the wrong rule for applications'],
  ['R42', 'missingFacts.ts', '.filter(({ kind }) => !known.has(kind))', ".filter(({ kind }) => !known.has(kind) && kind !== 'device')", 'does not miss the devices'],
  ['R43', 'missingFacts.ts', 'addresses.every(({ ip }) => blank(ip))', 'addresses.length === 0', 'takes a blank address for one'],
  ['R43', 'missingFacts.ts', '...(blank(ip) ? [{', "...(ip === 'none' ? [{", 'does not miss the address of an integration'],
  ['R44', 'abilityNames.ts', "rightFaxBasics: { rule: 'R44'", "rightFaxBasics: { rule: 'R42'", 'names the wrong rule for RightFax administration'],
  ['R37', 'contactHints.ts', "access === 'none' ? null : warnEndUser(name, abilities)", 'null', 'does not warn of an authorized person who is no administrator'],
  ['R31', 'orderContacts.ts', 'standing === notAuthorized ? 1 : 0', 'standing === notAuthorized ? 0 : 0', 'proposes to call somebody who may not ask first'],
])

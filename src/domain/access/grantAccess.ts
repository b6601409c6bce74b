import type { Contact, ContactAbilities, PortalSignInFacts } from '../customer/customer'
import type { AccessContext } from './accessContext'
import { refuseAccess } from './accessOutcome'
import type { AccessOutcome } from './accessOutcome'
import type { AccessRequest } from './accessRequest'
import { sayDecided } from './sayDecided'
import { temporaryAccessState } from './temporaryAccessState'
import { temporaryAccessUntil } from './temporaryAccessUntil'
import { warnEndUser } from './warnEndUser'

/** What a grant rests on. */
export interface GrantFacts {
  /** Every contact of the account. */
  readonly contacts: readonly Contact[]
  /** The contact with the requested e-mail address at whichever account; null when there is none. */
  readonly sameEmail: Contact | null
  /** Id of the contact to be made when there is none. */
  readonly newContactId: string
}

const neverAsked: ContactAbilities = {
  serviceAccountLogin: null,
  localAdministrator: null,
  knowsServers: null,
  knowsApplications: null,
  knowsDevices: null,
  rightFaxBasics: null,
}

const neverSignedIn: PortalSignInFacts = { passwordSetAt: null, linkSentAt: null, linkUntil: null }

/** What the guidelines ask for and the request does not say (R32, R33), in words: `name`, `contact number`, `e-mail address`. */
export const missingOfRequest = ({ name, phone, email }: Pick<AccessRequest, 'name' | 'phone' | 'email'>): readonly string[] =>
  [
    { label: 'name', value: name },
    { label: 'contact number', value: phone },
    { label: 'e-mail address', value: email },
  ].flatMap(({ label, value }) => ((value ?? '').trim() === '' ? [label] : []))

/** Why only temporary access can be given, or null when the primary contact asked (R32, R33). */
const refuseAddition = ({ requestedBy }: AccessRequest, contacts: readonly Contact[]): AccessOutcome | null => {
  const primaries = contacts.filter(({ access }) => access === 'primary')
  if (primaries.length === 0) {
    return refuseAccess('askTemporary', 'This account has no primary RightFax contact on file, so nobody can add persons to it. Find out who it is, or give temporary access.')
  }
  if (primaries.some(({ id }) => id === requestedBy.contactId)) return null
  const names = primaries.map(({ name }) => name).join(', ')
  return refuseAccess('askTemporary', `${requestedBy.email} is not the primary RightFax contact (${names}). Give temporary access, and ask the primary contact to confirm it.`)
}

/**
 * Gives the access that was asked for. An addition by the primary contact makes the person authorized (R32); anything
 * else gives temporary access first, whose confirmation is then sought (R33, R34). An end user is warned of, not
 * refused (R36). Changes nothing when name, number or address are missing, or when there is nothing to give: temporary
 * access that runs is not made longer, one that ended unconfirmed can be given anew, with a warning.
 */
export const grantAccess = (request: AccessRequest, facts: GrantFacts, context: AccessContext): AccessOutcome => {
  const { customerId, kind } = request
  if (request.state !== 'open') return refuseAccess('nothingToDo', sayDecided(request))
  if (customerId === null) return refuseAccess('invalid', 'Please choose the account first: nobody knows yet which customer this person belongs to.')
  const missing = missingOfRequest(request)
  if (missing.length > 0) {
    return refuseAccess('missingFacts', `The request does not give the ${missing.join(' and the ')}. Please ask ${request.requestedBy.email} for ${missing.length === 1 ? 'it' : 'them'}.`)
  }
  const refusal = kind === 'addition' ? refuseAddition(request, facts.contacts) : null
  if (refusal !== null) return refusal
  const known = facts.sameEmail
  if (known !== null && known.customerId !== customerId) {
    return refuseAccess('invalid', 'This e-mail address belongs to a person of another account. Please check the account, or ask for another address.')
  }
  if (known !== null && (known.access === 'primary' || known.access === 'authorized')) {
    return refuseAccess('nothingToDo', `${known.name} is authorized already. Send a link for a new password if signing in fails.`)
  }
  const running = known === null ? null : temporaryAccessState(known, context.at, context.zone)
  if (known !== null && kind === 'temporary' && running !== null && running.kind !== 'suspended') {
    return refuseAccess('nothingToDo', `${known.name} has access already. ${running.sentence}`)
  }
  const contact = grantedContact(request, { ...facts, customerId }, context)
  const warnings = [
    kind === 'temporary' && running !== null ? `${contact.name} had temporary access before, and nobody confirmed it.` : null,
    warnEndUser(contact.name, contact.abilities),
  ].filter((warning) => warning !== null)
  const decision = { by: context.actor, at: context.at, reason: kind === 'addition' ? 'Added at the wish of the primary contact.' : 'Temporary access, until the primary contact confirms.' }
  return { ok: true, request: { ...request, state: 'granted', contactId: contact.id, decision }, contact, warnings }
}

const grantedContact = (
  { kind, name, phone, email }: AccessRequest,
  { sameEmail, newContactId, customerId }: GrantFacts & { readonly customerId: string },
  { at, zone, policy }: AccessContext,
): Contact => ({
  ...(sameEmail ?? { id: newContactId, rev: 0, customerId, siteId: null, title: '', email: (email ?? '').trim().toLowerCase(), abilities: neverAsked, abilitiesSet: null, signIn: neverSignedIn }),
  name: (name ?? '').trim(),
  phone: (phone ?? '').trim(),
  access: kind === 'addition' ? 'authorized' : 'temporary',
  accessUntil: kind === 'addition' ? null : temporaryAccessUntil(at, zone, policy),
})

import { addRealMinutes } from '../calendar/time'
import type { Refusal } from '../ticket/ticketCommand'
import type { PhoneCommand } from './phoneCommand'
import type { PhoneContext } from './phoneContext'

/** In real minutes: what began longer ago was hardly a call that somebody just answered. */
const longestAgo = 1_440

const invalid = (sentence: string): Refusal => ({ code: 'invalid', sentence })

/** Why a call cannot be logged as it was given (R18), or null. Account, site and person must belong together. */
export const refusePhoneCall = (args: PhoneCommand['args'], { at, site, contact }: PhoneContext): Refusal | null => {
  const { customerId, siteId, contactId, startedAt } = args
  if (startedAt > at) return invalid('The call cannot have begun in the future. Please correct when it began.')
  if (startedAt < addRealMinutes(at, -longestAgo)) return invalid('The call began more than a day before it was logged. Please correct when it began.')
  if (args.callbackNumber.trim() === '') return invalid('Please enter the number to call back.')
  if (args.brief.trim() === '') return invalid('Please write in a few words what the call was about.')
  if (args.priority === 'urgent' && args.environment === 'test') {
    return invalid('A test server is never Urgent: Urgent means that faxing on a production server has stopped. Choose High or lower.')
  }
  if (args.productionDown && args.priority !== 'urgent') return invalid('Production down goes with Urgent only. Choose Urgent, or take the production-down mark off.')
  if (customerId === null) return siteId === null && contactId === null ? null : invalid('A site or a person was chosen without their customer. Please choose the customer.')
  const place = siteId === null ? null : site(siteId)
  if (place?.customerId !== customerId) return invalid('The chosen customer or site is not on file any more. Log the call without a customer, and match it later.')
  return contactId === null || contact(contactId)?.customerId === customerId
    ? null
    : invalid('The chosen contact does not belong to the chosen customer. Please choose one of their contacts, or none.')
}

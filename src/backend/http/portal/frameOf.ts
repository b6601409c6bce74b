import { customerOperations } from '../../../domain/access/customerMayDo'
import type { Policy } from '../../../domain/policy/policy'
import type { PortalFrame } from '../../../portal/layout/PortalFrame'
import type { PortalVisit } from './portalSession'
import { sayServiceHours } from './sayServiceHours'

/** What stands around a page for this visitor; null = nobody signed in. */
export const frameOf = (policy: Policy, visit: PortalVisit | null, formToken: string): PortalFrame => {
  const { firmName, techLine, supportQuestions, servicesQuestions } = policy.values
  return {
    firmName,
    techLine,
    supportQuestions,
    servicesQuestions,
    formToken,
    hours: sayServiceHours(policy),
    person: visit && { name: visit.contact.name, company: visit.customer.name, seesPeople: customerOperations.readPeople[visit.contact.access] !== 'no' },
  }
}

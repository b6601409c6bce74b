import { sayMoment } from '../calendar/sayTime'
import type { Instant } from '../calendar/time'
import { advanced, stepRefused } from './advanced'
import type { Project, Quote } from './project'
import type { ProjectContext, ProjectOutcome, StepOf } from './projectStep'

type AcceptanceStep = StepOf<'recordSignedQuote' | 'recordPurchaseOrder'>

const faultOf = (quote: Quote, step: AcceptanceStep, { at, zone }: ProjectContext): string | null => {
  const receivedAt: Instant = step.args.receivedAt
  if (receivedAt < quote.sentAt) return `Quote ${quote.number} was sent ${sayMoment(quote.sentAt, zone, at)}; nothing can have come back before.`
  if (receivedAt > at) return 'It cannot have come back in the future. Correct the time.'
  if (step.name === 'recordPurchaseOrder') return step.args.number.trim() === '' ? 'Give the number of the purchase order.' : null
  const signed = step.args.quoteNumber.trim()
  return signed === quote.number ? null : `The quote that counts is ${quote.number}, not ${signed === '' ? 'one without a number' : signed}. Ask for that one to be signed, or send a new quote.`
}

/**
 * Step 2: the signed quote or the purchase order came back (R91), in either order. With both here the project is
 * accepted; with one it is not (R94). `receivedAt` lies between the sending of the quote and now.
 */
export const recordAcceptance = (project: Project, step: AcceptanceStep, context: ProjectContext): ProjectOutcome => {
  const { quote } = project
  if (quote === null) return stepRefused('notYet', 'R90', 'Not before the quote is sent (R90).')
  const fault = faultOf(quote, step, context)
  if (fault !== null) return stepRefused('invalid', 'R91', fault)
  const { receivedAt } = step.args
  const signedQuoteAt = step.name === 'recordSignedQuote' ? receivedAt : project.signedQuoteAt
  const purchaseOrder = step.name === 'recordPurchaseOrder' ? { number: step.args.number.trim(), at: receivedAt } : project.purchaseOrder
  return advanced(project, step, context, {
    to: signedQuoteAt !== null && purchaseOrder !== null ? 'accepted' : 'quoted',
    fields: { signedQuoteAt, purchaseOrder },
    detail: step.name === 'recordSignedQuote' ? `Quote ${quote.number} came back signed` : `Purchase order ${step.args.number.trim()} came`,
  })
}

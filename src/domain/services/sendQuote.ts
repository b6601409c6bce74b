import { advanced, stepRefused } from './advanced'
import type { Project } from './project'
import type { ProjectContext, ProjectOutcome, StepOf } from './projectStep'
import { sayAmount } from './sayAmount'

const currency = /^[A-Z]{3}$/

/**
 * The Account Manager's quote goes to the customer (R6, R90). A second one takes the place of the first, and what
 * came back for the first counts no more: the customer agreed to another price.
 */
export const sendQuote = (project: Project, step: StepOf<'sendQuote'>, context: ProjectContext): ProjectOutcome => {
  const { amountCents, currency: money } = step.args
  const number = step.args.number.trim()
  if (number === '') return stepRefused('invalid', 'R90', 'Give the quote a number, so that the signed one can be matched to it.')
  if (!Number.isSafeInteger(amountCents) || amountCents < 0) return stepRefused('invalid', 'R90', 'The amount of the quote must be zero or more, in whole cents.')
  if (!currency.test(money)) return stepRefused('invalid', 'R90', 'Name the currency by its three letters, such as USD.')
  if (project.quote?.number === number) return stepRefused('invalid', 'R90', `Quote ${number} was sent already. Give the new quote a number of its own.`)
  return advanced(project, step, context, {
    to: 'quoted',
    fields: { quote: { number, amountCents, currency: money, sentAt: context.at }, signedQuoteAt: null, purchaseOrder: null },
    detail: project.quote === null ? `Quote ${number} sent: ${sayAmount(amountCents, money)}` : `Quote ${number} sent in place of ${project.quote.number}: ${sayAmount(amountCents, money)}`,
  })
}

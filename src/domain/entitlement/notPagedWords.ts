import type { PageDecision } from '../afterHours/page'

/** Why nobody was woken, in words for the customer: a heading and what they can do. */
export interface NotPagedWords {
  readonly heading: string
  readonly sentence: string
}

const night = 'On-call engineer not called'

const byRule: Readonly<Record<string, NotPagedWords>> = {
  R46: { heading: night, sentence: 'You told us that it is a test server. We call the engineer on call only when faxing on a production server has stopped.' },
  R69: { heading: night, sentence: 'Outside service hours we call the engineer on call only for requests that you mark Urgent: faxing on a production server has stopped. Yours is not Urgent.' },
  R72: { heading: night, sentence: 'Your support contract does not include 24×7 support, so nobody is called outside service hours. An engineer calls you as soon as possible on the next business day.' },
  R78: { heading: night, sentence: 'Your support contract has ended, so nobody is called outside service hours. Your Account Manager can tell you more.' },
  R99: { heading: night, sentence: 'We have no active support contract for your company on file, so nobody is called outside service hours. Your Account Manager can tell you more.' },
}

const open: NotPagedWords = { heading: 'HelpDesk is open', sentence: 'Every engineer sees your request now, so nobody needs to be called.' }
const other: NotPagedWords = { heading: night, sentence: 'An engineer sees your request when HelpDesk opens.' }

/**
 * Why a decision woke nobody, for the customer who asks (R30, R69, R72): by the first gate that said no, without the
 * engineers' words and rule numbers. Null when somebody was paged.
 */
export const notPagedWords = (decision: Pick<PageDecision, 'page' | 'gates'>): NotPagedWords | null => {
  if (decision.page) return null
  const blocking = decision.gates.find(({ gate, pass }) => !pass && gate !== 'rota')
  return blocking?.gate === 'hours' ? open : (byRule[blocking?.rule ?? ''] ?? other)
}

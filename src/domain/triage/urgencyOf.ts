import type { Environment, Priority } from '../ticket/ticket'

/** What somebody answered about one direction of faxing: `limited` = it works, but slowly, in part or on and off. */
export const faxFlows = ['works', 'limited', 'stopped', 'unknown'] as const
export type FaxFlow = (typeof faxFlows)[number]

/** What is known of one fax server when a request is reviewed. */
export interface ServerReport {
  readonly environment: Environment
  readonly inbound: FaxFlow
  readonly outbound: FaxFlow
}

/** A proposal for the review, with the definition it follows; nothing changes by itself (R53). */
export interface SuggestedPriority {
  readonly priority: Priority
  readonly productionDown: boolean
  readonly rule: 'R46' | 'R47' | 'R48'
  readonly sentence: string
}

/**
 * The priority that the definitions give to what the customer reports of the servers: Urgent as soon as any production
 * faxing direction has stopped, also when other servers still work (R46); High when one is limited (R47); else Medium, or
 * Low for a mere question (R48). A test server counts for nothing; one nobody placed yet counts as production. Production
 * down when both directions of a server have stopped.
 */
export const urgencyOf = (servers: readonly ServerReport[], onlyAQuestion: boolean): SuggestedPriority => {
  const production = servers.filter((server) => server.environment !== 'test')
  const stopped = production.filter((server) => server.inbound === 'stopped' || server.outbound === 'stopped')
  if (stopped.length > 0) {
    const down = stopped.filter((server) => server.inbound === 'stopped' && server.outbound === 'stopped')
    const productionDown = down.length > 0
    const sentence = productionDown ? sayStopped('both directions', down.length, production.length) : sayStopped('one direction', stopped.length, production.length)
    return { priority: 'urgent', productionDown, rule: 'R46', sentence }
  }
  if (production.some((server) => server.inbound === 'limited' || server.outbound === 'limited')) {
    return { priority: 'high', productionDown: false, rule: 'R47', sentence: 'Production faxing works, but with limits.' }
  }
  if (onlyAQuestion) return { priority: 'low', productionDown: false, rule: 'R48', sentence: 'A question without any effect on production.' }
  const onlyTest = servers.length > 0 && production.length === 0
  const sentence = onlyTest ? 'Only a test server is concerned, and a test server is never Urgent.' : 'No production faxing has stopped or is limited.'
  return { priority: 'medium', productionDown: false, rule: onlyTest ? 'R46' : 'R48', sentence }
}

const sayStopped = (directions: string, servers: number, all: number): string =>
  `Faxing in ${directions} has stopped on ${all === 1 ? 'the production server' : `${servers} of ${all} production servers`}.`

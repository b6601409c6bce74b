import { serviceSentences } from './serviceSentences'

/** "Service Order ticket" is a name the guidelines use once, for an ordinary portal ticket: no kind, queue or clock of its own (R97). */
export const serviceOrder = { name: 'Service Order ticket', channel: 'portal', sentence: serviceSentences.serviceOrder.text } as const

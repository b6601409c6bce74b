import { withdrawnName } from '../../protocol/commands/push'
import type { Mutation } from '../../protocol/commands/push'
import type { OutboxRow } from '../cache/outboxRow'

/** An intent as the wire and the journal have it; one that was taken back keeps its number, with nothing to carry out. */
export const toMutation = ({ mut, command, base, at, withdrawn }: Pick<OutboxRow, 'mut' | 'command' | 'base' | 'at' | 'withdrawn'>): Mutation =>
  withdrawn === true
    ? { mut, name: withdrawnName, version: 1, args: { eventId: command.args.eventId }, base: {}, clientTime: at }
    : { mut, name: command.name, version: 1, args: command.args, base, clientTime: at }

import type { CommandName } from '../../protocol/commands/ticketCommands'
import { acknowledge } from './acknowledge'
import { claim } from './claim'
import type { CommandHandler } from './commandHandler'
import { identify } from './identify'
import { releaseHold } from './releaseHold'
import { reply } from './reply'
import { setPriority } from './setPriority'

/** Nothing beyond the domain's rule. */
const ruleOnly = {}

/** Every command of the wire; one without an entry does not compile. */
export const commandHandlers: { readonly [N in CommandName]: CommandHandler<N> } = {
  acknowledge,
  claim,
  release: ruleOnly,
  logCall: ruleOnly,
  addNote: ruleOnly,
  reply,
  setPriority,
  setState: ruleOnly,
  hearVoicemail: ruleOnly,
  releaseHold,
  identify,
}

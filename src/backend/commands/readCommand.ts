import { withdrawnName } from '../../protocol/commands/push'
import type { Mutation } from '../../protocol/commands/push'
import { deskCommandArgs, deskCommandNames } from '../../protocol/commands/deskCommands'
import type { DeskCommand } from '../../protocol/commands/deskCommands'
import type { CommandRefusal } from './commandHandler'

/** The version of every command's arguments on this wire. */
const argumentsVersion = 1

export type ReadCommand =
  | { readonly ok: true; readonly command: DeskCommand }
  | { readonly ok: false; readonly refusal: CommandRefusal }

/** Reads an intent's name and arguments, or says in a sentence which field is wrong. */
export const readCommand = ({ name, version, args }: Mutation): ReadCommand => {
  if (name === withdrawnName) return refuse(withdrawnName, 'You took this back before it was carried out.')
  if (!isCommandName(name)) {
    return refuse('unknownCommand', `This backend does not know “${name}”. Please update the desk or the backend, so that both are of one version.`)
  }
  if (version !== argumentsVersion) {
    return refuse('unknownVersion', `This backend reads version ${argumentsVersion} of “${name}”, not ${version}. Please update the desk or the backend.`)
  }
  const parsed = deskCommandArgs[name].safeParse(args)
  if (parsed.success) return { ok: true, command: { name, args: parsed.data } as DeskCommand }
  const wrong = parsed.error.issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
  return refuse('malformed', `“${name}” could not be carried out: ${wrong.join('; ')}`)
}

const isCommandName = (name: string): name is DeskCommand['name'] => deskCommandNames.some((known) => known === name)

const refuse = (code: string, sentence: string): ReadCommand => ({ ok: false, refusal: { code, sentence } })

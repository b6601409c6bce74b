import type { DeskCommand } from '../../protocol/commands/deskCommands'

/** What a person wrote in a command, so that it is never lost with it; null when it carries no text. */
export function intentText(command: DeskCommand): string | null {
  if (command.name === 'logPhoneTicket') {
    const { callerName, callbackNumber, brief, text: said } = command.args
    return [brief, [callerName, callbackNumber].filter((part) => part !== '').join(', '), said].filter((part) => part !== '').join('\n')
  }
  const { args } = command
  const text = 'text' in args ? args.text : 'reason' in args ? args.reason : ''
  return text === '' ? null : text
}

import type { DeskCommand } from '../../protocol/commands/deskCommands'

/** Each command as a thing one did, for the outbox and for refusals. */
export const intentNames: Readonly<Record<DeskCommand['name'], string>> = {
  acknowledge: 'Acknowledgement',
  claim: 'Claim',
  release: 'Giving back',
  logCall: 'Logged call',
  addNote: 'Internal note',
  reply: 'Reply to the customer',
  setPriority: 'Priority',
  setState: 'State',
  hearVoicemail: 'Listening to the voicemail',
  releaseHold: 'Release of the hold',
  identify: 'Matched caller',
  logPhoneTicket: 'Logged phone ticket',
  setContactAbilities: 'What a contact can do',
  sendPasswordLink: 'Link for a new password',
  grantAccess: 'Access granted',
  denyAccess: 'Access denied',
}

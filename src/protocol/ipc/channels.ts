/**
 * The names of all channels between desk and main, without their schemas: the preload needs no more, and a sandboxed
 * preload should be small. `messages.ts` fails to compile when the two lists differ.
 */
export const requestChannels = [
  'app.describe',
  'backend.describe',
  'backend.connect',
  'session.load',
  'session.save',
  'scopeKeys.give',
  'scopeKeys.destroy',
  'settings.read',
  'settings.write',
  'notifications.show',
  'notifications.close',
  'tray.update',
  'journal.append',
  'journal.read',
  'journal.drop',
  'clipboard.write',
  'links.open',
  'files.save',
] as const

export const eventChannels = ['openTicket', 'backendChanged', 'wake', 'show'] as const

export type RequestChannel = (typeof requestChannels)[number]
export type EventChannel = (typeof eventChannels)[number]

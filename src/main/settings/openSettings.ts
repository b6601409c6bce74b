import { randomUUID } from 'node:crypto'
import type { DeskArgs } from '../../protocol/ipc/deskApi'
import { settingsShape } from '../../protocol/ipc/messages'
import type { Settings } from '../../protocol/ipc/messages'
import { openStore } from './openStore'

export interface SettingsStore {
  readonly read: () => Settings
  /** Changes the named settings, keeps the others, and answers all. The device id cannot be changed. */
  readonly write: (changes: DeskArgs<'settings.write'>) => Settings
}

/** The settings of this installation, `settings.json`. The device id is made once, with the file. */
export function openSettings(folder: string, deviceName: string, report: (sentence: string) => void): SettingsStore {
  const store = openStore<Settings>({
    folder,
    name: 'settings',
    defaults: {
      deviceId: randomUUID(),
      deviceName: deviceName.slice(0, 120) || 'Desk',
      theme: 'system',
      backendUrl: null,
      notifications: { urgent: true, sound: true },
      startHidden: false,
      lastEngineerId: null,
    },
    parse: (content) => settingsShape.parse(content),
    report,
  })
  return {
    read: store.read,
    write: (changes) => {
      const named = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
      store.replace({ ...store.read(), ...named })
      return store.read()
    },
  }
}

import { create } from 'zustand'
import type { DeviceList } from '../../protocol/session/devices'

type Device = DeviceList['devices'][number]

/** The backend's side of the list of desks; set once the desk knows its backend. Each rejects with a sentence. */
export interface DeviceSource {
  readonly list: () => Promise<DeviceList>
  readonly revoke: (deviceId: string, engineerId: string) => Promise<DeviceList>
}

/** The desks one may revoke. Asked for and not synced: it is looked at rarely, and only while live. */
export interface DeviceState {
  readonly source: DeviceSource | null
  /** Null until it was read once. */
  readonly devices: readonly Device[] | null
  readonly trouble: string | null
  readonly busy: boolean
  readonly load: () => Promise<void>
  readonly revoke: (device: Device) => Promise<void>
}

export const useDevices = create<DeviceState>()((set, get) => {
  const ask = async (question: (source: DeviceSource) => Promise<DeviceList>): Promise<void> => {
    const { source, busy } = get()
    if (busy) return
    if (source === null) {
      set({ trouble: 'The backend is not reached yet. Please try again when the desk is live.' })
      return
    }
    set({ busy: true })
    try {
      set({ ...(await question(source)), trouble: null })
    } catch (error) {
      set({ trouble: error instanceof Error ? error.message : String(error) })
    } finally {
      set({ busy: false })
    }
  }
  return {
    source: null,
    devices: null,
    trouble: null,
    busy: false,
    load: async () => ask(async (source) => source.list()),
    revoke: async ({ deviceId, engineerId }) => ask(async (source) => source.revoke(deviceId, engineerId)),
  }
})

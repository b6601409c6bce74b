import type { DeskApi } from '../../protocol/ipc/deskApi'
import type { KeySource } from './scopeKeys'

/** Keys kept by the main process, for one backend's cache: generations of the same cache share them. */
export const bridgeKeys = ({ give, destroy }: DeskApi['scopeKeys'], cache: string): KeySource => ({
  give: async (scope) => {
    const { id, bytes, storage } = await give({ name: `${cache} ${scope}` })
    return { id, bytes: new Uint8Array(bytes), storage }
  },
  destroy: async (scope) => {
    const outcome = await destroy({ name: `${cache} ${scope}` })
    if (outcome.outcome !== 'done') throw new Error(outcome.reason)
  },
})

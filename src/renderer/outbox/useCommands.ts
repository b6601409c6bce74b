import { useMemo } from 'react'
import { toInstant } from '../../domain/calendar/time'
import { deskCommandNames } from '../../protocol/commands/deskCommands'
import type { DeskCommand } from '../../protocol/commands/deskCommands'
import { desk } from '../bridge/desk'
import { useCacheStore } from '../cache/cacheStore'
import { saveIntent } from './saveIntent'
import type { SavedOutcome } from './savedOutcome'

type ArgsOf<N extends DeskCommand['name']> = Omit<Extract<DeskCommand, { readonly name: N }>['args'], 'eventId'>

/** One function a command; each answers when the intent is safe on this desk, not when it is sent. */
export type Commands = { readonly [N in DeskCommand['name']]: (args: ArgsOf<N>) => Promise<SavedOutcome> }

/** What the engineer at this desk can do, with or without the backend. */
export const useCommands = (): Commands => {
  const cache = useCacheStore((state) => state.cache)
  const engineerId = useCacheStore((state) => state.engineerId)
  return useMemo(() => {
    const give = async (name: DeskCommand['name'], args: object): Promise<SavedOutcome> => {
      if (cache === null || engineerId === null) return { saved: false, reason: 'Nobody has signed in on this desk yet. Please sign in first.' }
      const command = { name, args: { ...args, eventId: crypto.randomUUID() } } as DeskCommand
      return saveIntent({ cache, journal: desk.journal, engineerId, now: toInstant(Date.now()) }, command)
    }
    return Object.fromEntries(deskCommandNames.map((name) => [name, async (args: object) => give(name, args)])) as unknown as Commands
  }, [cache, engineerId])
}

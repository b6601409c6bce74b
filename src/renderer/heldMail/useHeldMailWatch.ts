import { useEffect } from 'react'
import { useNow } from '../app/useNow'
import { useConnection } from '../sync/connectionStore'
import { useMay } from '../ticket/useMay'
import { useHeldMail } from './heldMailStore'

/** In real milliseconds. */
const LOOK_EVERY_MS = 30_000

/** Keeps the list of held mail fresh while the desk is live. Answers how many wait, or null for who may not read them. */
export function useHeldMailWatch(): number | null {
  const { waiting, load } = useHeldMail()
  const phase = useConnection((state) => state.phase)
  const mayRead = useMay()('readQuarantine')
  const now = useNow(LOOK_EVERY_MS)
  useEffect(() => {
    if (mayRead && phase === 'live') void load()
  }, [mayRead, phase, now, load])
  return mayRead ? waiting : null
}

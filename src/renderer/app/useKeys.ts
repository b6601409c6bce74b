import { useEffect, useRef } from 'react'
import { addKeyHandlers } from './keyDesk'
import type { KeyHandlers } from './keyDesk'

/** Handles keys of `keyMap` for as long as the component is shown. */
export function useKeys(handlers: KeyHandlers): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => addKeyHandlers(() => latest.current), [])
}

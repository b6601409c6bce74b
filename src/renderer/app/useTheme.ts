import { useEffect } from 'react'
import type { Settings } from '../../protocol/ipc/messages'

/** Draws the desk light or dark: as chosen, or as the system says. */
export function useTheme(theme: Settings['theme']): void {
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
}

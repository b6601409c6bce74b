/** The parts of a keyboard event that decide which key it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])

/**
 * The name a binding uses for a key press: `j`, `?`, `Enter`, `Ctrl+Enter` (also for the Mac's command key).
 * Null for a modifier alone and for combinations with Alt, which belong to the system's menus.
 */
export function pressedKey(press: KeyPress): string | null {
  if (modifiers.has(press.key) || press.altKey) return null
  return press.ctrlKey || press.metaKey ? `Ctrl+${press.key}` : press.key
}

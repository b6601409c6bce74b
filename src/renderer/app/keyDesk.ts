import { isTyping } from '../ui/keys/isTyping'
import { pressedKey } from '../ui/keys/pressedKey'
import { readSequence } from '../ui/keys/readSequence'
import type { SequenceState } from '../ui/keys/readSequence'
import { keyMap } from './keyMap'
import type { KeyAction } from './keyMap'

export type KeyHandlers = { readonly [A in KeyAction]?: (() => void) | undefined }

const layers: { readonly read: () => KeyHandlers }[] = []
let sequence: SequenceState | null = null

/** Adds handlers; the ones added last win. Answers a function that takes them away. */
export function addKeyHandlers(read: () => KeyHandlers): () => void {
  const layer = { read }
  layers.push(layer)
  return () => {
    layers.splice(layers.indexOf(layer), 1)
  }
}

const actions = Object.keys(keyMap) as readonly KeyAction[]

function handlerOf(action: KeyAction): (() => void) | null {
  for (const layer of layers.toReversed()) {
    const handler = layer.read()[action]
    if (handler !== undefined) return handler
  }
  return null
}

/** Whether the keys belong to something on top of the desk: a dialog, a menu, an open list. */
function isWalled(target: EventTarget | null): boolean {
  if (document.querySelector('[data-key-wall]') !== null) return true
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null
}

/** A focused control keeps the keys that work it. */
function worksItself(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false
  if (key.startsWith('Arrow')) return target.closest('[role="radiogroup"], [role="tablist"]') !== null
  return (key === 'Enter' || key === ' ') && target.closest('button, a[href], summary, [role="tab"]') !== null
}

/** Gives a key press to the action it belongs to; leaves it alone while somebody types or a dialog is open. */
export function handleKeyPress(event: KeyboardEvent): void {
  const key = pressedKey(event)
  if (key === null || event.defaultPrevented || isTyping(event.target) || isWalled(event.target) || worksItself(event.target, key)) return
  const live = actions.filter((action) => handlerOf(action) !== null)
  const reading = readSequence(sequence, key, live.flatMap((action) => [...keyMap[action].keys]), event.timeStamp)
  sequence = reading.next
  if (reading.complete === null) return
  const { complete } = reading
  const action = live.find((candidate) => (keyMap[candidate].keys as readonly string[]).includes(complete))
  if (action === undefined) return
  event.preventDefault()
  handlerOf(action)?.()
}

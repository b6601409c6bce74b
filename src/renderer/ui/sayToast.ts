import { toasts } from './toasts'

interface ToastWords {
  readonly title: string
  readonly text?: string
  /** `trouble` stays until it is closed and is read out at once; `urgent` stays a while. */
  readonly kind?: 'done' | 'trouble' | 'urgent'
  /** One thing to do about it. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** In milliseconds; 0 = until it is closed. */
const timeouts = { done: 4_000, trouble: 0, urgent: 12_000 } as const

/** Shows a passing message. Use it for what happened, never for what must not be missed. */
export function sayToast({ title, text, kind = 'done', action }: ToastWords): void {
  toasts.add({
    title,
    ...(text === undefined ? {} : { description: text }),
    type: kind,
    timeout: timeouts[kind],
    // A high one is read at once, but its button is out of reach until F6; a new Urgent is read politely and can be opened.
    priority: kind === 'trouble' ? 'high' : 'low',
    ...(action === undefined ? {} : { actionProps: { children: action.label, onClick: action.run } }),
  })
}

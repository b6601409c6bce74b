import { toasts } from './toasts'

interface ToastWords {
  readonly title: string
  readonly text?: string
  /** `trouble` stays until it is closed and is read out at once. */
  readonly kind?: 'done' | 'trouble'
}

/** Shows a passing message. Use it for what happened, never for what must not be missed. */
export function sayToast({ title, text, kind = 'done' }: ToastWords): void {
  toasts.add({
    title,
    ...(text === undefined ? {} : { description: text }),
    type: kind,
    timeout: kind === 'trouble' ? 0 : 4_000,
    priority: kind === 'trouble' ? 'high' : 'low',
  })
}

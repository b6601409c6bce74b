import { Toast } from '@base-ui/react/toast'

/** The one place where passing messages are put; `Toaster` shows them. */
export const toasts = Toast.createToastManager()

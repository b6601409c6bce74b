import { Toast } from '@base-ui/react/toast'
import { CircleCheck, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './IconButton'
import { joinClasses } from './joinClasses'
import styles from './Toaster.module.css'
import { toasts } from './toasts'

function Messages(): ReactNode {
  const { toasts: shown } = Toast.useToastManager()
  return shown.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={joinClasses(styles.toast, toast.type !== 'done' && styles.trouble)}>
      {toast.type === 'done' ? <CircleCheck aria-hidden="true" size={15} /> : <TriangleAlert aria-hidden="true" size={15} />}
      <div className={styles.words}>
        <Toast.Title className={styles.title} />
        <Toast.Description className={styles.text} />
      </div>
      {toast.actionProps === undefined ? null : <Toast.Action className={styles.action} />}
      <Toast.Close render={<IconButton icon={X} label="Dismiss" />} />
    </Toast.Root>
  ))
}

/** Shows what `sayToast` says, above everything, out of the way of the list. */
export function Toaster(): ReactNode {
  return (
    <Toast.Provider toastManager={toasts}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <Messages />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

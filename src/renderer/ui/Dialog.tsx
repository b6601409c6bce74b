import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Dialog.module.css'
import { joinClasses } from './joinClasses'

interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly width?: 'narrow' | 'wide'
  readonly children: ReactNode
}

/** A dialog over the desk: traps the focus, closes on Escape, gives the focus back. */
export function Dialog({ open, onClose, title, description, width = 'narrow', children }: DialogProps): ReactNode {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup data-key-wall="" className={joinClasses(styles.popup, styles[width])}>
          <header className={styles.header}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            {description === undefined ? null : <Base.Description className={styles.description}>{description}</Base.Description>}
          </header>
          {children}
          {/* Last, so that the focus begins in what one came for. */}
          <Base.Close className={styles.close} aria-label="Close">
            <X aria-hidden="true" size={15} strokeWidth={1.9} />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

import type { ReactNode } from 'react'
import styles from './SettingsSection.module.css'

/** A group of settings: what it is about on the left, the controls on the right. */
export function SettingsSection({ title, text, children }: { readonly title: string; readonly text: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles.section}>
      <div>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.text}>{text}</p>
      </div>
      <div className={styles.controls}>{children}</div>
    </section>
  )
}

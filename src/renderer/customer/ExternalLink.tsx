import type { ReactNode } from 'react'
import styles from './ExternalLink.module.css'
import { openLink } from './openLink'

/** A telephone number or an address that opens outside the desk. */
export function ExternalLink({ url, children }: { readonly url: string; readonly children: ReactNode }): ReactNode {
  return (
    <a
      href={url}
      className={styles.link}
      onClick={(event) => {
        event.preventDefault()
        void openLink(url)
      }}
    >
      {children}
    </a>
  )
}

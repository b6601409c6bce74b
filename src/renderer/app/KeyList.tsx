import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { Dialog } from '../ui/Dialog'
import { Kbd } from '../ui/Kbd'
import { keyMap } from './keyMap'
import type { KeyEntry } from './keyMap'
import styles from './KeyList.module.css'

const signs: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' }

const entries: readonly KeyEntry[] = [
  ...Object.values<KeyEntry>(keyMap).filter((entry) => !entry.words.startsWith('Copy address')),
  { group: 'Customer', keys: ['1 … 9'], words: 'Copy the address with that number' },
]

const groups = ['Anywhere', 'Queue', 'Ticket', 'Customer'] as const

function KeySigns({ keys }: { readonly keys: readonly string[] }): ReactNode {
  return keys.map((key, index) => (
    <Fragment key={key}>
      {index === 0 ? null : <span className={styles.or}>or</span>}
      {key.split(' ').map((part) => (part === '…' ? '…' : <Kbd key={part}>{signs[part] ?? part}</Kbd>))}
    </Fragment>
  ))
}

/** The list of keys, made from the same map that works them. */
export function KeyList({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  return (
    <Dialog open={open} onClose={onClose} title="Keys" description="They work wherever you are not typing." width="wide">
      <div className={styles.columns}>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl>
              {entries
                .filter((entry) => entry.group === group)
                .map((entry) => (
                  <div key={entry.words} className={styles.row}>
                    <dt>{entry.words}</dt>
                    <dd className={styles.keys}>
                      <KeySigns keys={entry.keys} />
                      <span className="visuallyHidden">{entry.keys.join(' or ')}</span>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <section className={styles.group}>
          <h3 className={styles.heading}>While writing</h3>
          <dl>
            <div className={styles.row}>
              <dt>Send the reply, save the note</dt>
              <dd className={styles.keys}>
                <Kbd>Ctrl</Kbd>
                <Kbd>Enter</Kbd>
                <span className="visuallyHidden">Control and Enter</span>
              </dd>
            </div>
            <div className={styles.row}>
              <dt>Leave the text (the draft is kept)</dt>
              <dd className={styles.keys}>
                <Kbd>Esc</Kbd>
                <span className="visuallyHidden">Escape</span>
              </dd>
            </div>
          </dl>
        </section>
      </div>
    </Dialog>
  )
}

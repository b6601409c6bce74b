import { sayFileSize } from './sayFileSize'

/** One thing the customer may read: what they wrote, what we answered, and where the request moved. */
export interface ConversationEntry {
  readonly id: string
  readonly side: 'customer' | 'firm' | 'state'
  readonly who: string
  readonly when: string
  readonly text: string
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[]
}

const Files = ({ number, files }: { readonly number: number; readonly files: ConversationEntry['files'] }) =>
  files.length > 0 && (
    <ul className="files" aria-label="Attachments">
      {files.map((file) => (
        <li key={file.id}>
          <a className="file" href={`/requests/${number}/files/${file.id}`} download={file.name}>
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
              <path d="M13 7.5 8 12.4a3 3 0 0 1-4.3-4.2L9 3a2 2 0 0 1 2.9 2.8L6.7 11" />
            </svg>
            <span className="file-name">{file.name}</span>
            <span className="quiet">{sayFileSize(file.size)}</span>
          </a>
        </li>
      ))}
    </ul>
  )

/** The conversation, oldest first. */
export const Conversation = ({ number, entries }: { readonly number: number; readonly entries: readonly ConversationEntry[] }) => (
  <ol className="talk" aria-label="Conversation">
    {entries.map((entry) => (
      <li key={entry.id} className={`said said-${entry.side}`}>
        <p className="said-head">
          <strong>{entry.who}</strong>
          <span className="quiet">{entry.when}</span>
        </p>
        {entry.text !== '' && <p className="said-text">{entry.text}</p>}
        <Files number={number} files={entry.files} />
      </li>
    ))}
  </ol>
)

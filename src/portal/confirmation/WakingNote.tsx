/** Whom a request reaches after hours, or why nobody is woken, in words for the customer (R30, R70, R72, R80). */
export interface Waking {
  readonly woken: boolean
  readonly heading: string
  readonly sentence: string
}

/** Who is woken, in a box of its own. */
export const WakingNote = ({ waking }: { readonly waking: Waking }) => (
  <div className={waking.woken ? 'waking waking-yes' : 'waking'}>
    <h2>{waking.heading}</h2>
    <p>{waking.sentence}</p>
  </div>
)

/** What is used of a mail, as plain data that can cross from the worker. All of it is a stranger's claim. */
export interface ReadMail {
  readonly messageId: string | null
  /** Message-IDs of `In-Reply-To` and `References`, as they came. */
  readonly refersTo: readonly string[]
  readonly from: { readonly name: string; readonly address: string } | null
  /** Addresses of To and Cc, in lower case: a reply token may be in one. */
  readonly recipients: readonly string[]
  readonly subject: string
  /** Plain text; made of the HTML part when there is no other. */
  readonly text: string
  /** Single-line values of the headers by which automatic mail is known, keys in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[]
}

/** Headers that tell automatic, list and looping mail, and urgency, from a person's letter (RFC 3834). */
export const telltaleHeaders = [
  'auto-submitted',
  'precedence',
  'list-id',
  'list-unsubscribe',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'x-loop',
  'x-engineer-console',
  'return-path',
  'content-type',
  'importance',
  'x-priority',
] as const

import type { Instant } from '../../../domain/calendar/time'
import type { BackendContext } from '../../context'
import { Rounds } from '../../daemons/Rounds'
import { receiveMail } from '../incoming/receiveMail'
import { largestMail } from '../largestMail'
import { MailReader } from '../parse/MailReader'
import { emptyMailbox } from './emptyMailbox'
import { imapAddress } from './imapAddress'
import type { ImapAddress } from './imapAddress'
import { mailFromMailbox } from './mailFromMailbox'
import { pollPause } from './pollPause'
import { sayMailboxFailure } from './sayMailboxFailure'

/** How the polled mailbox fares. `since` is when it came to be so. */
export interface MailboxHealth {
  readonly state: 'starting' | 'ok' | 'away'
  readonly since: Instant
  /** For an administrator: what is wrong; empty when nothing is. Names no password. */
  readonly detail: string
  /** The same for everybody: words of our own that repeat nothing the server said; empty when nothing is wrong. */
  readonly reason: string
}

/**
 * Polls the support mailbox over IMAP. `once` is one round; `start` runs rounds until `destroy`, and waits longer after
 * each failure. A mail is moved in the mailbox only after what became of it is committed (P36).
 */
export class ImapPoller {
  private readonly address: ImapAddress
  private readonly reader = new MailReader()
  private readonly rounds = new Rounds({
    round: async () => this.once(),
    pauseMs: () => pollPause(this.failures),
    onFailure: (error) => this.context.log.error({ err: error }, 'a round of the mailbox failed'),
  })
  private stopping = false
  private failures = 0
  private told: MailboxHealth

  constructor(
    private readonly context: BackendContext,
    url: string,
    /** The certificate of the server's own authority, as PEM; null = those everybody trusts. */
    private readonly ca: string | null = null,
  ) {
    this.address = imapAddress(url)
    this.told = { state: 'starting', since: context.now(), detail: '', reason: '' }
  }

  health(): MailboxHealth {
    return this.told
  }

  start(): void {
    this.rounds.start()
  }

  /** Stops after the mail being stored. */
  async destroy(): Promise<void> {
    this.stopping = true
    await this.rounds.stop()
    this.stopping = false
    await this.reader.close()
  }

  /** One round over the whole mailbox. Answers how many mails were taken; null when the server is away, which `health` explains. */
  async once(): Promise<number | null> {
    const { context, address } = this
    try {
      const { taken, tooLarge } = await emptyMailbox({
        address,
        ca: this.ca,
        largestMail,
        stopped: () => this.stopping,
        store: async (message) => {
          const outcome = await receiveMail(context, mailFromMailbox(message, await this.reader.read(message.raw), context.now()))
          context.mail.wake()
          context.log.info({ outcome, bytes: message.raw.length }, 'mail taken from the mailbox')
        },
      })
      this.failures = 0
      const detail = tooLarge === 0 ? '' : `${tooLarge} mails larger than ${largestMail / 1024 / 1024} MB stay in the mailbox; please look at them there.`
      if (detail !== '' && detail !== this.told.detail) context.log.warn({ detail }, 'mails are too large to be taken')
      this.tell('ok', detail)
      return taken
    } catch (error) {
      this.failures += 1
      // What the server says may repeat what it was sent.
      const said = (error instanceof Error ? error.message : String(error)).replaceAll(address.password, '…')
      this.tell('away', `The mailbox at ${address.host} cannot be read: ${said}`, sayMailboxFailure(error))
      context.log.warn({ detail: this.told.detail, failures: this.failures }, 'the mailbox could not be polled')
      return null
    }
  }

  private tell(state: MailboxHealth['state'], detail: string, reason = ''): void {
    this.told = { state, detail, reason, since: this.told.state === state ? this.told.since : this.context.now() }
  }
}

/** Where a mailbox lies and how to get in. */
export interface ImapAddress {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; without it the connection must turn to TLS before the password, except on this machine. */
  readonly secure: boolean
  readonly user: string
  readonly password: string
  readonly mailbox: string
}

/** `imaps://user:password@host:port/mailbox`, with percent signs for odd characters; the mailbox is INBOX unless named. */
export const imapAddress = (url: string): ImapAddress => {
  const { protocol, hostname, port, username, password, pathname } = new URL(url)
  const secure = protocol === 'imaps:'
  return {
    host: hostname,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    mailbox: decodeURIComponent(pathname.slice(1)) || 'INBOX',
  }
}

/** Whether nobody between can listen: the server is on this machine. */
export const isThisMachine = ({ host }: ImapAddress): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)

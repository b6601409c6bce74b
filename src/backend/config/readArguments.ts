import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readUrl } from './readUrl'
import { StartFailure } from './startFailure'

/** What the standalone backend is told on its command line and in its environment. */
export interface StandaloneOptions {
  readonly host: string
  readonly port: number
  readonly smtpPort: number | null
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly demo: boolean
  readonly publicUrl: string | null
  readonly smtpOut: string | null
  readonly imapUrl: string | null
}

/** Shown with every wrong argument. */
export const usage = `Usage: npm run backend -- [options]
  --port N            HTTP port, 0 = any free one (default 4180)
  --host ADDRESS      address to bind (default 127.0.0.1; others can reach it only if you change this)
  --smtp-port N       port for incoming mail, 0 = any free one, "off" = no mail intake (default 2525)
  --data-dir FOLDER   where everything is kept (default ~/.engineer-console/backend)
  --database-url URL  a PostgreSQL server instead of the embedded engine (or DATABASE_URL)
  --public-url URL    where customers reach the portal, for links in mails (or PUBLIC_URL; default: the
                      address listened on)
  --smtp-out URL      server for outgoing mail, smtp://… (or SMTP_OUT); without it mail is kept in FOLDER/outbox
  --imap-url URL      support mailbox to poll, imaps://user:password@host/mailbox (or IMAP_URL; better there, since others
                      on this machine can read a command line)
  --demo              fill an empty database with the demo world`

const portShape = z.string().regex(/^\d{1,5}$/).transform(Number).pipe(z.int().max(65_535))

const readPort = (name: string, value: string): number => {
  const port = portShape.safeParse(value)
  if (!port.success) throw new StartFailure(`--${name} must be a number from 0 to 65535, not “${value}”.\n\n${usage}`)
  return port.data
}

const urlOf = (name: string, value: string | undefined, protocols: readonly string[]): string | null => readUrl(name, value, protocols, usage)

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        port: { type: 'string', default: '4180' },
        host: { type: 'string', default: '127.0.0.1' },
        'smtp-port': { type: 'string', default: '2525' },
        'data-dir': { type: 'string', default: join(homedir(), '.engineer-console', 'backend') },
        'database-url': { type: 'string' },
        'public-url': { type: 'string' },
        'smtp-out': { type: 'string' },
        'imap-url': { type: 'string' },
        demo: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    if (error instanceof TypeError) throw new StartFailure(`${error.message}\n\n${usage}`)
    throw error
  }
}

/** Reads and checks the command line; throws a `StartFailure` that names the wrong argument and shows the usage. */
export const readArguments = (args: readonly string[], environment: Readonly<Record<string, string | undefined>>): StandaloneOptions => {
  const values = parse(args)
  if (values.host.trim() === '' || values['data-dir'].trim() === '') throw new StartFailure(`--host and --data-dir cannot be empty.\n\n${usage}`)
  return {
    host: values.host,
    port: readPort('port', values.port),
    smtpPort: values['smtp-port'] === 'off' ? null : readPort('smtp-port', values['smtp-port']),
    dataDir: resolve(values['data-dir']),
    databaseUrl: urlOf('The database', values['database-url'] ?? environment['DATABASE_URL'], ['postgres:', 'postgresql:']),
    demo: values.demo,
    publicUrl: urlOf('--public-url', values['public-url'] ?? environment['PUBLIC_URL'], ['http:', 'https:']),
    smtpOut: urlOf('The server for outgoing mail', values['smtp-out'] ?? environment['SMTP_OUT'], ['smtp:', 'smtps:']),
    imapUrl: urlOf('The mailbox', values['imap-url'] ?? environment['IMAP_URL'], ['imap:', 'imaps:']),
  }
}

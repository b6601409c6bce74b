import { describe, expect, it } from 'vitest'
import { readArguments } from './readArguments'

describe('readArguments', () => {
  it('binds loopback and the embedded engine unless told otherwise', () => {
    expect(readArguments(['--data-dir', '/data'], {})).toEqual({
      host: '127.0.0.1',
      port: 4180,
      smtpPort: 2525,
      dataDir: '/data',
      databaseUrl: null,
      demo: false,
      publicUrl: null,
      smtpOut: null,
      imapUrl: null,
    })
  })
  it('takes the database and the mail server from the environment too; the command line wins', () => {
    const environment = { DATABASE_URL: 'postgres://a@b/c', SMTP_OUT: 'smtp://mail.example' }
    expect(readArguments([], environment)).toMatchObject({ databaseUrl: 'postgres://a@b/c', smtpOut: 'smtp://mail.example' })
    expect(readArguments(['--database-url', 'postgresql://x/y', '--smtp-port', 'off', '--public-url', 'https://help.example/'], environment)).toMatchObject({
      databaseUrl: 'postgresql://x/y',
      smtpPort: null,
      publicUrl: 'https://help.example',
    })
  })
  it.each([
    [['--port', '70000'], '--port must be a number from 0 to 65535, not “70000”'],
    [['--port', 'abc'], '--port must be a number'],
    [['--smtp-port', '-1'], '--smtp-port'],
    [['--prot', '1'], '--prot'],
    [['--demo=yes'], '--demo'],
    [['extra'], 'extra'],
    [['--host', ''], '--host and --data-dir cannot be empty'],
    [['--public-url', 'ftp://x'], '--public-url must be an address that begins with http:// or https://'],
  ])('names what is wrong with %j and shows the usage', (args, sentence) => {
    expect(() => readArguments(args, {})).toThrow(sentence)
    expect(() => readArguments(args, {})).toThrow('Usage: npm run backend')
  })
  it('never repeats an address that may hold a password', () => {
    expect(() => readArguments(['--database-url', 'mysql://u:secret@h/d'], {})).toThrow(/^(?!.*secret).*postgres:\/\//s)
  })
})

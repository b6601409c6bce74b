const LINK = /^rfx:\/\/ticket\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/?$/i

/** The ticket a link `rfx://ticket/<id>` names. Null for everything else: nothing of a link but the id goes any further. */
export function parseDeepLink(link: string): { readonly ticketId: string } | null {
  const id = LINK.exec(link)?.[1]
  return id === undefined ? null : { ticketId: id.toLowerCase() }
}

/** The link among a command line's words. The last one counts: the operating system appends it. */
export function deepLinkIn(argv: readonly string[]): { readonly ticketId: string } | null {
  const word = argv.findLast((each) => each.startsWith('rfx:'))
  return word === undefined ? null : parseDeepLink(word)
}

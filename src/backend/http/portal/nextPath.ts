const portalPath = /^(\/requests(\/new|\/\d{1,12}(\/(confirmation|raise|raised))?)?|\/people(\/new|\/[0-9a-f-]{36}\/access)?)$/

/** Where to go after signing in: a page of this portal, whatever the address line claims. */
export const nextPath = (wanted: unknown): string => (typeof wanted === 'string' && portalPath.test(wanted) ? wanted : '/requests')

/** The page a visitor was on, for a request that needs a session: a form's address leads back to the form's page. */
export const pageOf = (url: string): string => {
  const path = url.split('?')[0] ?? ''
  return nextPath(path.replace(/\/(replies|files\/.*)$/, ''))
}

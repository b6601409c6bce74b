/** The scheme and host of the desk's own pages. Not `file:`, so that the pages have an origin of their own. */
export const CONSOLE_SCHEME = 'app'
export const CONSOLE_HOST = 'console'

/** What Chromium reports as the origin of the desk's pages. */
export const CONSOLE_ORIGIN = `${CONSOLE_SCHEME}://${CONSOLE_HOST}`

/** The one address the main window loads. */
export const CONSOLE_ADDRESS = `${CONSOLE_ORIGIN}/`

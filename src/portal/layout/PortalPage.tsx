import type { ReactNode } from 'react'
import { PortalFooter } from './PortalFooter'
import type { PortalFrame } from './PortalFrame'
import { PortalHeader } from './PortalHeader'

/** Where in the portal a page belongs. */
export type PortalPlace = 'requests' | 'people' | 'submit'

export interface PortalPageProps {
  readonly frame: PortalFrame
  readonly title: string
  readonly here?: PortalPlace | null
  /** Whether it has a form with files, which a script of ours sends with a progress bar. */
  readonly sendsFiles?: boolean
  readonly children: ReactNode
}

/** A whole document: the only place with `<html>`, so every page has a language, a title, a way past the header. */
export const PortalPage = ({ frame, title, here = null, sendsFiles = false, children }: PortalPageProps) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} · ${frame.firmName}`}</title>
      <link rel="stylesheet" href="/portal.css" />
      {sendsFiles && <script src="/portal.js" defer />}
    </head>
    <body>
      <a className="skip" href="#main">Skip to the content</a>
      <PortalHeader frame={frame} here={here} />
      <main id="main" tabIndex={-1}>{children}</main>
      <PortalFooter frame={frame} />
    </body>
  </html>
)

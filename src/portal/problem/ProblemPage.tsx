import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'

export interface ProblemPageProps {
  readonly frame: PortalFrame
  readonly title: string
  readonly message: string
  readonly way: { readonly href: string; readonly label: string }
}

/** Something went wrong: what, and the way on. */
export const ProblemPage = ({ frame, title, message, way }: ProblemPageProps) => (
  <PortalPage frame={frame} title={title}>
    <div className="narrow">
      <h1>{title}</h1>
      <p className="lead">{message}</p>
      <p>
        <a className="button" href={way.href}>{way.label}</a>
      </p>
    </div>
  </PortalPage>
)

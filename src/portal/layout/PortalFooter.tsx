import type { PortalFrame } from './PortalFrame'

const Asked = ({ about, who }: { readonly about: string; readonly who: PortalFrame['supportQuestions'] }) => (
  <div>
    <dt>{about}</dt>
    <dd>
      {who.name} <a href={`mailto:${who.email}`}>{who.email}</a>
    </dd>
  </div>
)

/** Hours and whom to ask. The hotline is given to 24×7 customers privately and never stands here (R19). */
export const PortalFooter = ({ frame }: { readonly frame: PortalFrame }) => (
  <footer className="foot">
    <dl className="foot-inner">
      <div>
        <dt>HelpDesk hours</dt>
        <dd>{frame.hours}</dd>
      </div>
      <div>
        <dt>Tech line</dt>
        <dd>{frame.techLine}</dd>
      </div>
      <Asked about="Questions on support" who={frame.supportQuestions} />
      <Asked about="Questions on services" who={frame.servicesQuestions} />
    </dl>
  </footer>
)

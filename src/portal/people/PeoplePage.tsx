import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'
import type { RequestStatus } from '../requests/requestStatus'
import { StatusMark } from '../requests/StatusMark'
import { WhoShouldAsk } from './WhoShouldAsk'

/** Somebody with access to the account, or whose temporary access ended unconfirmed. */
export interface PersonLine {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly email: string
  readonly phone: string
  readonly standing: RequestStatus
  /** Until when temporary access lasts, or since when it is suspended; null for access that lasts. */
  readonly sentence: string | null
  readonly isReader: boolean
  /** Whether the reader may confirm or deny it (R34). */
  readonly decidable: boolean
}

/** A request for access that no person came of yet, or that was denied. */
export interface AskedLine {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly standing: RequestStatus
  /** When to expect it, or what was decided. */
  readonly sentence: string
  /** Who asked and when. */
  readonly asked: string
}

export interface PeoplePageProps {
  readonly frame: PortalFrame
  readonly people: readonly PersonLine[]
  readonly asked: readonly AskedLine[]
  readonly notice: string | null
}

const Reach = ({ email, phone }: Pick<PersonLine, 'email' | 'phone'>) => (
  <span className="quiet line-times">
    {email !== '' && <a href={`mailto:${email}`}>{email}</a>}
    {email !== '' && phone !== '' && ' · '}
    <span className="unbroken">{phone}</span>
  </span>
)

const People = ({ people }: Pick<PeoplePageProps, 'people'>) => (
  <ul className="lines">
    {people.map(({ id, name, title, email, phone, standing, sentence, isReader, decidable }) => (
      <li key={id} className="line line-person">
        <span className="line-main">
          <span className="line-brief">
            {name}
            {isReader && <span className="quiet"> (you)</span>}
          </span>
          {title !== '' && <span className="line-times">{title}</span>}
          <Reach email={email} phone={phone} />
          {sentence !== null && <span className="line-sentence">{sentence}</span>}
        </span>
        <span className="line-marks">
          <StatusMark status={standing} />
          {decidable && (
            <a className="button button-small" href={`/people/${id}/access`}>
              Confirm or deny<span className="unseen"> the access of {name}</span>
            </a>
          )}
        </span>
      </li>
    ))}
  </ul>
)

const Asked = ({ asked }: Pick<PeoplePageProps, 'asked'>) => (
  <section aria-labelledby="asked">
    <h2 id="asked">Requests for access</h2>
    <ul className="lines">
      {asked.map((line) => (
        <li key={line.id} className="line line-person">
          <span className="line-main">
            <span className="line-brief">{line.name}</span>
            <Reach email={line.email} phone={line.phone} />
            <span className="line-sentence">{line.sentence}</span>
            <span className="quiet line-times">{line.asked}</span>
          </span>
          <span className="line-marks">
            <StatusMark status={line.standing} />
          </span>
        </li>
      ))}
    </ul>
  </section>
)

/** Who may ask for the reader's company, and whose access waits (R31–R34). Temporary persons never see it. */
export const PeoplePage = ({ frame, people, asked, notice }: PeoplePageProps) => (
  <PortalPage frame={frame} title="People" here="people">
    <div className="head">
      <h1>People on your account</h1>
      <a className="button" href="/people/new">Add a colleague</a>
    </div>
    {notice !== null && <p className="notice" role="status">{notice}</p>}
    <div className="with-aside">
      <div>
        <People people={people} />
        {asked.length > 0 && <Asked asked={asked} />}
      </div>
      <WhoShouldAsk primaries={people.filter(({ standing }) => standing.label === 'Primary contact').map(({ name }) => name)} />
    </div>
  </PortalPage>
)

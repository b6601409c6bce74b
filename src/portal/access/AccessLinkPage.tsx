import { FormToken } from '../layout/FormToken'
import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'

export interface AccessLinkPageProps {
  readonly frame: PortalFrame
  /** The path that the answer is posted to: a mailed link, or the person on the account's list. */
  readonly action: string
  readonly person: { readonly name: string; readonly email: string; readonly phone: string }
  /** Where the temporary access stands; null = it has been decided. */
  readonly standing: string | null
  /** The last decision in words. */
  readonly decided: string
  /** Whether there is a list to go back to: the reader is signed in. */
  readonly fromList: boolean
}

/** Asks the primary contact about somebody's temporary access, before anything is changed (R34, P44). */
export const AccessLinkPage = ({ frame, action, person, standing, decided, fromList }: AccessLinkPageProps) => (
  <PortalPage frame={frame} title="Confirm access" here={fromList ? 'people' : null}>
    <div className="narrow received">
      {fromList && (
        <p className="back">
          <a href="/people">← People on your account</a>
        </p>
      )}
      <h1>{standing === null ? 'This access has been decided' : `Does ${person.name} work with RightFax for you?`}</h1>
      <p className="lead">
        {person.name}, {person.email}, {person.phone}
      </p>
      {standing === null ? (
        <p className="notice" role="status">{decided}</p>
      ) : (
        <>
          <p>{standing} Authorized persons may open and read requests of your company. They should be RightFax administrators.</p>
          <form method="post" action={action}>
            <FormToken value={frame.formToken} />
            <p className="actions">
              <button className="button" type="submit" name="answer" value="confirm">Confirm the access</button>
              <button className="button button-plain" type="submit" name="answer" value="deny">Deny it at once</button>
            </p>
          </form>
        </>
      )}
    </div>
  </PortalPage>
)

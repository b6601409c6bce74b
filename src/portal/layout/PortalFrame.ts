/** What stands around every page. */
export interface PortalFrame {
  readonly firmName: string
  /** Null before signing in. `seesPeople`: may see who else is on the account. */
  readonly person: { readonly name: string; readonly company: string; readonly seesPeople: boolean } | null
  /** Proof that a form came from a page of ours; sent with each. */
  readonly formToken: string
  /** Service hours in words: `Monday to Friday, 8:00 – 17:00`. */
  readonly hours: string
  readonly techLine: string
  /** R7. */
  readonly supportQuestions: { readonly name: string; readonly email: string }
  readonly servicesQuestions: { readonly name: string; readonly email: string }
}

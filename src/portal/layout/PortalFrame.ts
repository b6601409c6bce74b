/** What stands around every page. */
export interface PortalFrame {
  readonly firmName: string
  /** Null before signing in. */
  readonly person: { readonly name: string; readonly company: string } | null
  /** Proof that a form came from a page of ours; sent with each. */
  readonly formToken: string
  /** Service hours in words: `Monday to Friday, 8:00 – 17:00`. */
  readonly hours: string
  readonly techLine: string
  /** R7. */
  readonly supportQuestions: { readonly name: string; readonly email: string }
  readonly servicesQuestions: { readonly name: string; readonly email: string }
}

/**
 * An interruption a desk should be showing now. Alerts are a SET derived from rows: nothing "fires", so a
 * reload does not ring again and a colleague's acknowledgement clears everybody's.
 */
export interface Alert {
  /** One per ticket; stable for as long as the reason lasts. */
  readonly key: string
  readonly ticketId: string
  readonly title: string
  readonly body: string
  readonly urgent: boolean
}

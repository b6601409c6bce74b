/** A failure of a portal page, in words for the customer, with the way on. */
export class PortalProblem extends Error {
  override readonly name = 'PortalProblem'

  constructor(
    readonly status: number,
    readonly title: string,
    message: string,
    readonly way: { readonly href: string; readonly label: string } = { href: '/requests', label: 'To your requests' },
  ) {
    super(message)
  }
}

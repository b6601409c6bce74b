/** One field of the portal's form; `required` = the request is refused without it. */
export interface RequestField {
  readonly label: string
  readonly required: boolean
}

/** What the portal asks for to sign in (R10). */
export const signInFields = ['email', 'password'] as const

/** What the portal's form asks for (R10), beside the server it is about and how to answer. */
export const requestForm = {
  priority: { label: 'Priority', required: true },
  brief: { label: 'Brief description', required: true },
  detail: { label: 'Detailed description', required: false },
  attachments: { label: 'Attachments', required: false },
} as const satisfies Readonly<Record<string, RequestField>>

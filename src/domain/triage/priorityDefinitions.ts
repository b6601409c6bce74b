import type { Priority } from '../ticket/ticket'

/** The four priorities in the guidelines' own words (R46–R48), for forms and reviews. */
export const priorityDefinitions: Readonly<Record<Priority, { readonly name: string; readonly definition: string }>> = {
  urgent: { name: 'Urgent', definition: 'Inbound and/or outbound faxing on a production server has stopped.' },
  high: {
    name: 'High',
    definition: 'Production fax server is functioning with limited capabilities or is unstable with periodic interruptions.',
  },
  medium: {
    name: 'Medium',
    definition: 'This is the default for all normal support tickets for issues that are not described in the other priorities.',
  },
  low: {
    name: 'Low',
    definition: 'General questions, how-to’s, and documentation requests. There would be no impact on production usage.',
  },
}

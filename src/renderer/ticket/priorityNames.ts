import type { Priority } from '../../domain/ticket/ticket'

/** The four priorities as they are written beside their shapes (R45). */
export const priorityNames: Readonly<Record<Priority, string>> = { urgent: 'Urgent', high: 'High', medium: 'Medium', low: 'Low' }

import type { ContactAccess } from '../../domain/customer/customer'

/** Whom one turns to first: those who may ask, the primary contact before all (R8). */
export const accessOrder: Readonly<Record<ContactAccess, number>> = { primary: 0, authorized: 1, temporary: 2, none: 3 }

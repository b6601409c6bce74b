import type { ContactAbilities } from '../customer/customer'

/**
 * A warning when what we know of a person says end user rather than RightFax administrator (R36, R37): no knowledge of
 * RightFax administration (R44), or neither way onto the server (R38, R39). Discouraged, never forbidden: null when
 * nothing speaks against it, also when nobody asked yet.
 */
export const warnEndUser = (name: string, abilities: ContactAbilities): string | null => {
  const lacks: string[] = []
  if (abilities.rightFaxBasics === false) lacks.push('does not know RightFax administration')
  if (abilities.serviceAccountLogin === false && abilities.localAdministrator === false) lacks.push('cannot get onto the server')
  return lacks.length === 0
    ? null
    : `${name} ${lacks.join(' and ')}, as an end user would. Authorized persons should be RightFax administrators; access may be given all the same.`
}

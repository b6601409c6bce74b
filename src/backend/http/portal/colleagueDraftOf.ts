import { abilityKeys } from '../../../domain/customer/abilityNames'
import type { ColleagueDraft } from '../../../portal/people/ColleaguePage'

/** What the person typed so far, for showing the form again. */
export const colleagueDraftOf = (form: Readonly<Record<string, unknown>>): ColleagueDraft => {
  const typed = (field: string, most: number): string => (typeof form[field] === 'string' ? form[field] : '').slice(0, most)
  const chosen: readonly unknown[] = [form['abilities']].flat()
  return {
    name: typed('name', 120),
    phone: typed('phone', 60),
    email: typed('email', 254),
    abilities: abilityKeys.filter((key) => chosen.includes(key)),
    remark: typed('remark', 2_000),
  }
}

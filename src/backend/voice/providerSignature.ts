import { createHmac } from 'node:crypto'

/** A form's fields in the order they came; a name may come twice. */
export type FormFields = readonly (readonly [name: string, value: string])[]

/**
 * The provider's signature of a request: the exact address, then each field's name and value by name, keyed with the
 * account's secret. Base64.
 */
export const providerSignature = (token: string, url: string, fields: FormFields): string => {
  const said = [...new Set(fields.map(([name, value]) => JSON.stringify([name, value])))].map((pair) => JSON.parse(pair) as readonly [string, string])
  const sorted = said.toSorted(([a, x], [b, y]) => (a === b ? Number(x > y) - Number(x < y) : Number(a > b) - Number(a < b)))
  return createHmac('sha1', token).update(url + sorted.map(([name, value]) => name + value).join('')).digest('base64')
}

import type { Customer } from '../customer/customer'

/** How a sentence to the customer names their Account Manager (R88): by name and address as far as they are on file. */
export const accountManagerWords = ({ name, email }: Customer['accountManager']): string => {
  const named = name.trim() === '' ? 'your Account Manager' : `your Account Manager ${name.trim()}`
  return email.trim() === '' ? named : `${named} (${email.trim()})`
}

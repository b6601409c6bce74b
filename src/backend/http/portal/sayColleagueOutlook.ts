import { accessExpectation } from '../../../domain/access/accessExpectation'
import type { PeopleReading } from './presentPeople'

/** What comes of asking for a colleague, and when, told to whoever is about to ask (R32, R33). `primaries`: names. */
export const sayColleagueOutlook = ({ reader, policy, zone, now }: PeopleReading, primaries: readonly string[]): string => {
  const when = accessExpectation({ requestedAt: now }, zone, policy, now)
  if (reader.access === 'primary') return `${when} You are told when it is done.`
  const confirmer = primaries.length === 0 ? 'the primary RightFax contact of your company, who is not on file yet' : primaries.join(' or ')
  return `${when} An engineer looks at your request first: the access is temporary until it is confirmed by ${confirmer}.`
}

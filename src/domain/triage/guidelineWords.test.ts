import { expect, it } from 'vitest'
import { priorityDefinitions } from './priorityDefinitions'

it('R46 R47 R48 defines each priority in the guidelines’ own words, whole', () => {
  expect(Object.values(priorityDefinitions).map(({ definition }) => definition)).toEqual([
    'Inbound and/or outbound faxing on a production server has stopped.',
    'Production fax server is functioning with limited capabilities or is unstable with periodic interruptions.',
    'This is the default for all normal support tickets for issues that are not described in the other priorities.',
    'General questions, how-to’s, and documentation requests. There would be no impact on production usage.',
  ])
})

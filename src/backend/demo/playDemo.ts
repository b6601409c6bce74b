import type { Engineer } from '../../domain/access/engineer'
import type { Instant } from '../../domain/calendar/time'
import type { Shift } from '../../domain/onCall/shift'
import type { Policy } from '../../domain/policy/policy'
import { demoCustomerRows } from './demoCustomerRows'
import type { DemoCustomerRows } from './demoCustomerRows'
import { demoId } from './demoId'
import { demoScene } from './demoScene'
import { demoShifts } from './demoShifts'
import type { DemoStory, DemoWorld } from './demoWorldShape'
import { playStory } from './playStory'
import { storyPlace } from './storyPlace'
import type { StoryState } from './storyState'

/** The demo world as rows. */
export interface PlayedDemo {
  readonly engineers: readonly Engineer[]
  readonly shifts: readonly Shift[]
  readonly customers: readonly DemoCustomerRows[]
  readonly tickets: readonly { readonly story: DemoStory; readonly state: StoryState }[]
}

/**
 * Lets the told world happen up to `now`. `numbers` are the ticket numbers, one a story, given in the order of
 * receipt as a backend would have done. Pure: the same arguments give the same rows.
 */
export const playDemo = (world: DemoWorld, policy: Policy, now: Instant, numbers: readonly number[]): PlayedDemo => {
  const engineers = new Map(
    world.engineers.map(({ key, ...engineer }): [string, Engineer] => [key, { id: demoId('engineer', key), rev: 0, active: true, ...engineer }]),
  )
  const helpdesk = [...engineers.values()].filter(({ role }) => role === 'helpdesk')
  const shifts = demoShifts(helpdesk, now, policy)
  const customers = world.customers.map((told) => demoCustomerRows(told, engineers, now, policy.values.officeZone))
  const scene = demoScene({ now, policy, shifts, files: customers, engineers })
  const tickets = world.stories
    .map((story, index) => ({ story, id: demoId('ticket', String(index)), place: storyPlace(story, scene) }))
    .toSorted((a, b) => a.place.receivedAt - b.place.receivedAt)
    .map(({ story, id, place }, index) => {
      const number = numbers[index]
      if (number === undefined) throw new Error(`The demo world has ${world.stories.length} tickets but was given ${numbers.length} numbers`)
      return { story, state: playStory(story, place, id, number, scene) }
    })
  return { engineers: [...engineers.values()], shifts, customers, tickets }
}

import { serviceCalendar } from '../../domain/calendar/serviceCalendar'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Contact, Site } from '../../domain/customer/customer'
import type { DemoCustomerRows } from './demoCustomerRows'
import { demoMoment } from './demoMoment'
import type { DemoScene } from './demoScene'
import type { DemoStory } from './demoWorldShape'

/** Whom and where a story is about, and when it begins. */
export interface StoryPlace {
  /** Null when nobody knows yet who it is (R16). */
  readonly file: DemoCustomerRows | null
  readonly contact: Contact | null
  readonly site: Site | null
  readonly zone: ZoneId
  readonly receivedAt: Instant
}

/** Finds a story's people and its first moment. Throws when it names somebody who is not told. */
export const storyPlace = (story: DemoStory, scene: DemoScene): StoryPlace => {
  const file = story.customer === null ? null : scene.file(story.customer)
  const contact = story.customer === null || story.contact === null ? null : scene.contact(story.customer, story.contact)
  const site = file && scene.site(file, contact)
  const zone = site?.zone ?? scene.policy.values.officeZone
  return { file, contact, site, zone, receivedAt: demoMoment(story.received, serviceCalendar(scene.policy, zone), scene.now) }
}

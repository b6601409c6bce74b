import { z } from 'zod'
import accessRequests from '../../../resources/demo/accessRequests.json' with { type: 'json' }
import customersCentral from '../../../resources/demo/customersCentral.json' with { type: 'json' }
import customersEast from '../../../resources/demo/customersEast.json' with { type: 'json' }
import customersWest from '../../../resources/demo/customersWest.json' with { type: 'json' }
import engineers from '../../../resources/demo/engineers.json' with { type: 'json' }
import ticketsNight from '../../../resources/demo/ticketsNight.json' with { type: 'json' }
import ticketsPast from '../../../resources/demo/ticketsPast.json' with { type: 'json' }
import ticketsToday from '../../../resources/demo/ticketsToday.json' with { type: 'json' }
import ticketsWeek from '../../../resources/demo/ticketsWeek.json' with { type: 'json' }
import { demoWorldShape } from './demoWorldShape'
import type { DemoWorld } from './demoWorldShape'

const shipped = {
  engineers,
  customers: [...customersEast, ...customersCentral, ...customersWest],
  accessRequests,
  stories: [...ticketsToday, ...ticketsNight, ...ticketsWeek, ...ticketsPast],
}

/** Checks a told world. Throws with the place and the fault of every entry that cannot be read. */
export const readDemoWorld = (told: unknown = shipped): DemoWorld => {
  const read = demoWorldShape.safeParse(told)
  if (!read.success) throw new Error(`The demo world in resources/demo cannot be read:\n${z.prettifyError(read.error)}`)
  return read.data
}

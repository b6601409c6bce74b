import { join } from 'node:path'
import { expect } from '@playwright/test'
import { launchDesk } from '../tests/journeys/lib/launchDesk'
import { people, signInAtDesk } from '../tests/journeys/lib/world'
import { withBenchWorld } from './benchWorld'
import { judgeRatio, sayRow, summarize } from './summary'

/** From spawning the process to a queue one can work with, against the barest window, in turn in the same run. */
const rounds = 12
const target = 1.3

await withBenchWorld(async ({ bus, backend, folder }) => {
  const profile = join(folder, 'desk')
  const first = await launchDesk({ profile, backend: backend.url, busAddress: bus.address })
  await signInAtDesk(first.window, people.engineer.email)
  await expect(first.window.getByTestId('connection')).toHaveAttribute('data-phase', 'live', { timeout: 60_000 })
  await first.close()

  const time = async (what: 'floor' | 'desk'): Promise<number> => {
    const began = performance.now()
    const running = await launchDesk({
      profile,
      backend: backend.url,
      busAddress: bus.address,
      ...(what === 'floor' ? { appFolder: join(import.meta.dirname, 'floor'), env: { BARE_PROFILE: join(folder, 'bare') } } : {}),
    })
    await running.window.getByTestId(what === 'floor' ? 'ready' : 'queue-row').first().waitFor()
    const took = performance.now() - began
    await running.kill()
    return took
  }
  const floor: number[] = []
  const desk: number[] = []
  await time('floor')
  await time('desk')
  for (let round = 0; round < rounds; round += 1) {
    floor.push(await time('floor'))
    desk.push(await time('desk'))
  }
  console.log('Spawn to usable, demo world cached, 60 tickets')
  console.log(sayRow('floor: barest window, static page', summarize(floor)))
  console.log(sayRow('desk: first row of the queue', summarize(desk)))
  const met = judgeRatio('desk / floor, medians', summarize(desk).median / summarize(floor).median, target)
  process.exitCode = met ? 0 : 1
})

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDesk } from './tour/openDesk'
import { playMainJob } from './tour/playMainJob'

/**
 * Plays the desk's main job once, on the demo world in a profile of its own, and leaves pictures of it.
 * `--pictures <folder>` says where; without it they go to a new temporary folder.
 */
async function playTour(picturesAsked: string | undefined): Promise<void> {
  const profiles = mkdtempSync(join(tmpdir(), 'engineer-console-tour-'))
  const pictures = picturesAsked === undefined ? mkdtempSync(join(tmpdir(), 'engineer-console-pictures-')) : resolve(picturesAsked)
  mkdirSync(pictures, { recursive: true })
  const desk = await openDesk(resolve(import.meta.dirname, '..'), join(profiles, 'desk'))
  try {
    await playMainJob(desk, pictures, join(profiles, 'customer'))
    console.log(`\nThe main job went through. Pictures: ${pictures}`)
  } catch (error) {
    await desk.window.screenshot({ path: join(pictures, 'failure.png') })
    console.error(`\nThe tour broke off: ${error instanceof Error ? error.message : String(error)}\n\nWhat the desk looked like then: ${join(pictures, 'failure.png')}`)
    console.error(`What it said:\n${desk.output().trim()}`)
    process.exitCode = 1
  } finally {
    await desk.close()
    rmSync(profiles, { recursive: true, force: true })
  }
}

const { values } = parseArgs({ options: { pictures: { type: 'string' } } })
await playTour(values.pictures)

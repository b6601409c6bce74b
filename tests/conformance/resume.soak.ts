import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as fc from 'fast-check'
import { openEmbedded } from '../../src/backend/db/openEmbedded'
import { anyLog, playLog } from './resumeLog'

/** `npm run soak -- resume [--logs N] [--steps N] [--seed N]`: P3 over many recorded logs, every split of each. */
const check = async (args: readonly string[]): Promise<boolean> => {
  const { values } = parseArgs({ args: [...args], options: { logs: { type: 'string', default: '1000' }, steps: { type: 'string', default: '12' }, seed: { type: 'string', default: '1' } } })
  const [logs, steps, seed] = [Number(values.logs), Number(values.steps), Number(values.seed)]
  const dataDir = mkdtempSync(join(tmpdir(), 'engineer-console-resume-'))
  const database = await openEmbedded(dataDir)
  const began = performance.now()
  let played = 0
  try {
    const outcome = await fc.check(
      fc.asyncProperty(anyLog(steps), async (log) => {
        const failures = await playLog(database, log)
        played += 1
        if (played % 20 === 0) console.log(`${played} logs, ${Math.round((performance.now() - began) / 1000)} s`)
        if (failures.length > 0) throw new Error(`after step ${failures.map(({ after }) => after).join(', ')}: ${failures[0]?.held} is not ${failures[0]?.whole}`)
      }),
      { numRuns: logs, seed, endOnFailure: true },
    )
    if (outcome.failed) console.log(`FAILED with seed ${outcome.seed}: ${JSON.stringify(outcome.counterexample)}\n${String(outcome.errorInstance)}`)
    console.log(`${played} logs of ${steps} steps, each split at every step twice, in ${Math.round((performance.now() - began) / 1000)} s: ${outcome.failed ? 'FAILED' : 'all equal'}`)
    return !outcome.failed
  } finally {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

process.exitCode = (await check(process.argv.slice(2))) ? 0 : 1

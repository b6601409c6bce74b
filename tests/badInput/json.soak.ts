import { attackRoutes } from './attackRoutes'
import { badRequests } from './badRequests'
import { openTarget } from './openTarget'
import { readSoakArguments } from './readSoakArguments'
import { runSoak } from './runSoak'
import { openTableDigest } from './tableDigest'

/** Calls made on one set of rows: their digest is taken often, and grows with them. */
const callsATarget = 5_000

/** P39: bad calls over every route; then says which answers came and what fell. */
runSoak(async (backend) => {
  const { number } = readSoakArguments(process.argv.slice(2), ['calls'], { calls: 20_000, seed: 1 })
  const [count, seed] = [number('calls'), number('seed')]
  const target = await openTarget(backend)
  const digest = await openTableDigest(backend.database)
  const statuses: Record<number, number> = {}
  const faults: string[] = []
  let calls = 0
  for (let done = 0; done < count; done += callsATarget) {
    const report = await attackRoutes(target.app, badRequests(target.routes, target.caller, Math.min(callsATarget, count - done), seed + done), digest)
    calls += report.calls
    faults.push(...report.faults)
    for (const [status, times] of Object.entries(report.statuses)) statuses[Number(status)] = (statuses[Number(status)] ?? 0) + times
  }
  await target.close()
  console.log(`${calls} calls over ${target.routes.length} routes; answers by status: ${JSON.stringify(statuses)}`)
  for (const fault of faults) console.log(`BROKEN ${fault}`)
  return faults.length === 0
})

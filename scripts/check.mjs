import { ROOT, bootstrap } from './bootstrap.mjs'
import { runChecks } from './testing/runChecks.mjs'

await bootstrap('tools')
const { failed } = await runChecks(ROOT, { architecture: true })
process.exitCode = failed === 0 ? 0 : 1

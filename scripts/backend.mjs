import { join } from 'node:path'
import { ROOT, bootstrap } from './bootstrap.mjs'
import { runTypeScript } from './desktop/runAttached.mjs'

// Standard output belongs to the backend alone: whoever starts it reads its address there.
await bootstrap('tools', console.error)
process.exitCode = await runTypeScript(join(ROOT, 'src', 'backend', 'standalone.ts'), process.argv.slice(2))

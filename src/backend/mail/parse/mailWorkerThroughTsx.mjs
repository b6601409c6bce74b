// Development and tests only: a thread does not inherit the TypeScript loader of the process that starts it.
import { tsImport } from 'tsx/esm/api'

await tsImport('./mailWorker.ts', import.meta.url)

import { fileURLToPath } from 'node:url'

/** The SQL migrations lie beside this file, in development as in the bundle. */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

import { join } from 'node:path'

/** Everything built lies beside this very file once it is bundled: `out/main/index.js`. */
const main = import.meta.dirname
const root = join(main, '..', '..')

/** Where the built parts and the images of the desk are, packaged or not. */
export const builtFiles = {
  backend: join(main, 'backend.js'),
  preload: join(main, '..', 'preload', 'index.cjs'),
  renderer: join(main, '..', 'renderer'),
  icons: join(root, 'resources', 'icons'),
} as const

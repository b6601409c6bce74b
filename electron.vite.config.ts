import { cpSync, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** Node and Chromium of the oldest Electron the desk runs on (33.2.1); electron-vite would take the newest it knows. */
const OLDEST_NODE = 'node20.18'
const OLDEST_CHROMIUM = 'chrome130'

/** Where `npm run dev` serves the desk's pages to its main process. */
const DEV_PORT = 5173

const fromRoot = (path: string): string => resolve(import.meta.dirname, path)

/** The backend finds its SQL migrations beside its own file, in development (`src/backend/db`) as in the bundle. */
function copyMigrations(): Plugin {
  return {
    name: 'copy-migrations',
    apply: 'build',
    writeBundle: ({ dir }) => {
      const migrations = fromRoot('src/backend/db/migrations')
      if (dir !== undefined && existsSync(migrations)) cpSync(migrations, resolve(dir, 'migrations'), { recursive: true })
    },
  }
}

export default defineConfig({
  main: {
    plugins: [copyMigrations()],
    build: {
      target: OLDEST_NODE,
      // Reading zod's many files from node_modules took a tenth of a second of every start.
      externalizeDeps: { exclude: ['zod', 'temporal-polyfill'] },
      rollupOptions: {
        input: { index: fromRoot('src/main/index.ts'), backend: fromRoot('src/backend/embedded.ts'), mailWorker: fromRoot('src/backend/mail/parse/mailWorker.ts') },
        // Shared chunks lie beside the entries, so that a path relative to `import.meta.url` means the same in both.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: OLDEST_NODE,
      // A sandboxed preload can require nothing but Electron, and only as CommonJS.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: fromRoot('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: fromRoot('src/renderer'),
    base: '/',
    // The page's own address is app://console, so live reload must be told where its socket is.
    server: { port: DEV_PORT, strictPort: true, hmr: { protocol: 'ws', host: 'localhost', clientPort: DEV_PORT } },
    plugins: [react()],
    build: {
      target: OLDEST_CHROMIUM,
      minify: true,
      // The content security policy allows no data: address for scripts, styles and fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: fromRoot('src/renderer/index.html') },
    },
  },
})

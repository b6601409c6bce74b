/**
 * Opens the app whose folder or file is the first argument: `electron [-r module]… <path> [arguments]`.
 *
 * An ES module with a top-level `await import()`, because Electron waits for it before it is ready:
 * the app can then still do what is only allowed before that (`registerSchemesAsPrivileged`).
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const wanted = readArguments(process.argv.slice(1))

if (wanted.version) {
  process.stdout.write(`v${process.versions.electron}\n`)
  process.exit(0)
}
if (wanted.path === undefined) {
  process.stderr.write('electron: name the app to open, for example: electron .\n')
  process.exit(2)
}

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })

const target = resolve(wanted.path)
const require = createRequire(join(process.cwd(), 'electron-preloads.cjs'))
for (const module of wanted.preloads) require(module)

await import(pathToFileURL(introduceApp(target)).href)

/** @param {readonly string[]} list */
function readArguments(list) {
  /** @type {{ preloads: string[], version: boolean, path: string | undefined }} */
  const found = { preloads: [], version: false, path: undefined }
  for (let i = 0; i < list.length; i += 1) {
    const argument = list[i] ?? ''
    if (argument === '-r' || argument === '--require') {
      i += 1
      const module = list[i]
      if (module !== undefined) found.preloads.push(module)
    } else if (argument === '-v' || argument === '--version') {
      found.version = true
    } else if (!argument.startsWith('-')) {
      found.path = argument
      break
    }
  }
  return found
}

/**
 * Gives the running program the name, version and path of the app's own package.json.
 * @param {string} path the app's folder or its main file
 * @returns {string} the file to import
 */
function introduceApp(path) {
  if (!existsSync(path)) {
    process.stderr.write(`electron: there is no app at ${path}\n`)
    process.exit(2)
  }
  const isFolder = statSync(path).isDirectory()
  const folder = isFolder ? path : dirname(path)
  const manifestFile = join(folder, 'package.json')
  /** @type {{ name?: string, productName?: string, version?: string, desktopName?: string, main?: string }} */
  const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {}
  // What only Electron's own default app calls is not in its types.
  const self = /** @type {import('electron').App & { setVersion(version: string): void, setAppPath(path: string): void }} */ (app)
  if (manifest.version !== undefined) self.setVersion(manifest.version)
  const name = manifest.productName ?? manifest.name
  if (name !== undefined) app.setName(name)
  if (manifest.desktopName !== undefined) app.setDesktopName(manifest.desktopName)
  self.setAppPath(folder)
  return isFolder ? join(folder, manifest.main ?? 'index.js') : path
}

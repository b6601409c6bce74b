import { expect, test } from 'vitest'
import { withoutComments } from './importsOf'
import { isTest, sourceFiles } from './sourceFiles'
import type { SourceFile } from './sourceFiles'

/** Things that exist once, behind one door, because that is where they are checked. */
const doors: readonly { readonly what: string; readonly word: RegExp; readonly within: string; readonly behind: RegExp }[] = [
  { what: 'ipcMain', word: /\bipcMain\b/, within: 'src/', behind: /^src\/main\/ipc\// },
  { what: 'ipcRenderer', word: /\bipcRenderer\b/, within: 'src/', behind: /^src\/preload\// },
  { what: 'window.desk', word: /\b(?:window|globalThis)\.desk\b|\{\s*desk\s*\}\s*=\s*(?:window|globalThis)\b/, within: 'src/', behind: /^src\/renderer\/bridge\// },
  { what: 'a native notification', word: /\bnew Notification\(/, within: 'src/', behind: /^src\/main\/notifications\// },
  { what: 'a window', word: /\bnew BrowserWindow\(/, within: 'src/', behind: /^src\/main\/windows\// },
  { what: 'shell.openExternal', word: /\bopenExternal\(/, within: 'src/', behind: /^src\/main\/links\// },
  { what: 'the network', word: /(?<![.\w])fetch\(|\bnew XMLHttpRequest\(|\bnew WebSocket\(/, within: 'src/', behind: /^src\/(?:renderer\/app\/startDesk|main\/security\/serveDevelopment|backend\/voice\/fetchRecording|portal\/upload\/uploadScript)\.ts$/ },
  { what: 'the clock', word: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bTemporal\.Now\b/, within: 'src/domain/', behind: /^nowhere$/ },
  { what: 'dice', word: /\bMath\.random\(|\brandomUUID\(/, within: 'src/domain/', behind: /^nowhere$/ },
  { what: 'raw HTML', word: /\bdangerouslySetInnerHTML\b|\.innerHTML\b/, within: 'src/', behind: /^nowhere$/ },
]

const besideDoors = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text)
      return doors
        .filter(({ word, within, behind }) => path.startsWith(within) && !behind.test(path) && word.test(code))
        .map(({ what, behind }) => `${path} names ${what}, which belongs to ${behind.source}`)
    })

test('what is guarded is touched behind its one door only', () => {
  expect(besideDoors(sourceFiles('src', /\.(?:ts|tsx)$/))).toEqual([])
})

test.each([
  ['src/main/app/a.ts', 'ipcMain.handle("x", f)'],
  ['src/renderer/app/a.tsx', 'window.desk.close()'],
  ['src/renderer/app/a.tsx', 'const { desk } = globalThis as unknown as Desk'],
  ['src/renderer/bridge/a.ts', 'ipcRenderer.send()'],
  ['src/main/tray/a.ts', 'new Notification({})'],
  ['src/renderer/ticket/a.ts', 'const answer = await fetch("/api/health")'],
  ['src/domain/clocks/a.ts', 'const now = Date.now()'],
])('control: %s may not say %s', (path, text) => {
  expect(besideDoors([{ path, text }])).toHaveLength(1)
})

test('control: a comment may name what is behind a door', () => {
  expect(besideDoors([{ path: 'src/renderer/app/a.tsx', text: '// window.desk is wrapped by the bridge' }])).toEqual([])
})

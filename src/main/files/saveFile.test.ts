import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { BrowserWindow } from 'electron'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hostileNames } from '../../../tests/fixtures/hostileNames'
import { nameFaults } from '../../../tests/fixtures/nameFaults'
import { saveFile } from './saveFile'

const electron = vi.hoisted(() => ({ downloads: '', choose: (suggested: string): { canceled: boolean; filePath: string } => ({ canceled: false, filePath: suggested }) }))
vi.mock('electron', () => ({
  app: { getPath: () => electron.downloads },
  dialog: { showSaveDialog: async (_window: unknown, { defaultPath }: { defaultPath: string }) => Promise.resolve(electron.choose(defaultPath)) },
}))

const noWindow = {} as BrowserWindow
const bytes = new Uint8Array([0x47, 0x49, 0x46, 0x38])
let around: string

beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'save-file-'))
  electron.downloads = join(around, 'Downloads')
  mkdirSync(electron.downloads)
  electron.choose = (suggested) => ({ canceled: false, filePath: suggested })
})
afterEach(() => rmSync(around, { recursive: true, force: true }))

/** Saves as a person does who presses Enter, and looks what lies where. */
const saveAndLook = async (name: string): Promise<void> => {
  const answer = await saveFile(noWindow, { name, bytes })
  if (answer.outcome !== 'saved') throw new Error(JSON.stringify(answer))
  expect(dirname(answer.path)).toBe(electron.downloads)
  expect(readdirSync(electron.downloads)).toEqual([basename(answer.path)])
  expect(nameFaults(basename(answer.path))).toEqual([])
  expect(readFileSync(answer.path)).toEqual(Buffer.from(bytes))
  expect(readdirSync(around)).toEqual(['Downloads'])
  rmSync(answer.path)
}

describe('saveFile', () => {
  it('P41 writes 300 hostile names into the chosen folder and nowhere else', async () => {
    for (const name of hostileNames(300)) await saveAndLook(name)
  }, 60_000)

  it('P41 does so with any name', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), fc.constantFrom('../', '\\', ':', '\0', 'con.')), { maxLength: 60 }), async (parts) => saveAndLook(parts.join(''))), { numRuns: 200 })
  }, 60_000)

  it('P41 writes exactly where the person said, under the name they typed', async () => {
    const chosen = join(around, 'elsewhere.bin')
    electron.choose = () => ({ canceled: false, filePath: chosen })
    expect(await saveFile(noWindow, { name: '../../x', bytes })).toEqual({ outcome: 'saved', path: chosen })
    expect(readdirSync(electron.downloads)).toEqual([])
  })

  it('writes nothing when the person changes their mind, and says why it could not write', async () => {
    electron.choose = () => ({ canceled: true, filePath: '' })
    expect(await saveFile(noWindow, { name: 'x', bytes })).toEqual({ outcome: 'cancelled' })
    electron.choose = () => ({ canceled: false, filePath: join(around, 'no such folder', 'x') })
    expect(await saveFile(noWindow, { name: 'x', bytes })).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('could not be written') as string })
    expect(readdirSync(electron.downloads)).toEqual([])
  })
})

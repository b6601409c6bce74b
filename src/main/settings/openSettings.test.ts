import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSettings } from './openSettings'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = (): string => join(folder, 'settings.json')

describe('openSettings', () => {
  it('makes the device id once', () => {
    const first = openSettings(folder, 'desk-7', vi.fn<(sentence: string) => void>()).read()
    expect(first.deviceName).toBe('desk-7')
    expect(openSettings(folder, 'renamed', vi.fn<(sentence: string) => void>()).read()).toEqual(first)
  })

  it('changes what is named and keeps the rest for the next start', () => {
    const settings = openSettings(folder, 'desk-7', vi.fn<(sentence: string) => void>())
    const { deviceId } = settings.read()
    expect(settings.write({ theme: 'dark', notifications: { urgent: false, sound: true }, startHidden: undefined })).toMatchObject({ theme: 'dark', startHidden: false })
    expect(openSettings(folder, 'desk-7', vi.fn<(sentence: string) => void>()).read()).toMatchObject({ deviceId, theme: 'dark', notifications: { urgent: false, sound: true } })
  })

  it('refuses a value that is not in the protocol and keeps the old ones', () => {
    const settings = openSettings(folder, 'desk-7', vi.fn<(sentence: string) => void>())
    expect(() => settings.write({ theme: 'pink' as 'dark' })).toThrow(/theme/)
    expect(settings.read().theme).toBe('system')
    expect(openSettings(folder, 'desk-7', vi.fn<(sentence: string) => void>()).read().theme).toBe('system')
  })

  it.each([
    ['is not JSON', '{"theme": "da'],
    ['is empty', ''],
    ['holds a wrong value', '{"theme": "pink"}'],
    ['is a list', '[]'],
    ['is null', 'null'],
  ])('puts a file aside that %s, says so, and starts with defaults', (_case, content) => {
    writeFileSync(file(), content)
    const report = vi.fn<(sentence: string) => void>()
    expect(openSettings(folder, 'desk-7', report).read()).toMatchObject({ theme: 'system', backendUrl: null })
    const aside = readdirSync(folder).find((name) => name.startsWith('settings.damaged-'))
    expect(readFileSync(join(folder, aside ?? 'missing'), 'utf8')).toBe(content)
    expect(report).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(aside ?? 'missing'))
  })
})

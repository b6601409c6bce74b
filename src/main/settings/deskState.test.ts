import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDeskState } from './deskState'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'state-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('openDeskState', () => {
  it('remembers the window and the ports', () => {
    const state = { window: { x: -20, y: 0, width: 1200, height: 800, maximized: true }, ports: { http: 4180, smtp: 2525 } }
    openDeskState(folder, vi.fn<(sentence: string) => void>()).replace(state)
    expect(openDeskState(folder, vi.fn<(sentence: string) => void>()).read()).toEqual(state)
  })

  it.each(['{"window":{"x":"left"},"ports":{"http":0,"smtp":0}}', '{"window":null,"ports":{"http":99999,"smtp":0}}', '{"window":null}'])(
    'starts afresh from %s',
    (content) => {
      writeFileSync(join(folder, 'desk-state.json'), content)
      const report = vi.fn<(sentence: string) => void>()
      expect(openDeskState(folder, report).read()).toEqual({ window: null, ports: { http: 0, smtp: 0 } })
      expect(report).toHaveBeenCalledOnce()
    },
  )
})

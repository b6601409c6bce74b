import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { answerAsset } from './serveConsole'

let folder: string
let root: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-files-'))
  root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html>')
  writeFileSync(join(root, 'assets', 'index.js'), 'export {}')
  writeFileSync(join(root, 'assets', 'index.js.map'), '{}')
  writeFileSync(join(folder, 'secret.json'), '{}')
})
afterAll(() => rmSync(folder, { recursive: true }))

const answer = (url: string, method = 'GET', backend: string | null = 'http://127.0.0.1:4180', served = vi.fn<(origin: string | null) => void>()): Promise<Response> =>
  answerAsset({ root, backendOrigin: () => backend, served }, { url, method })

describe('answerAsset', () => {
  it('serves the page with a policy that names the one backend', async () => {
    const served = vi.fn<(origin: string | null) => void>()
    const response = await answer('app://console/', 'GET', 'http://127.0.0.1:4180', served)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; media-src 'self' blob:; " +
        "connect-src 'self' http://127.0.0.1:4180; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect(served).toHaveBeenCalledWith('http://127.0.0.1:4180')
  })

  it('allows no backend before there is one', async () => {
    const response = await answer('app://console/', 'GET', null)
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'self';")
  })

  it('serves scripts as scripts and forbids guessing', async () => {
    const response = await answer('app://console/assets/index.js')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each(['app://console/assets/index.js.map', 'app://console/..%2fsecret.json', 'app://console/assets'])('P48 answers 404 for %s', async (url) => {
    expect((await answer(url)).status).toBe(404)
  })

  it('answers 404, with a word in the log, when a file of the desk is missing', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    expect((await answer('app://console/assets/gone.js')).status).toBe(404)
    expect(log).toHaveBeenCalledWith(expect.stringContaining('gone.js'))
  })

  it('only serves reads', async () => {
    expect((await answer('app://console/', 'POST')).status).toBe(405)
  })
})

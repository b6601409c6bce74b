import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resolveAsset } from './resolveAsset'

const root = resolve('/desk/out/renderer')

describe('resolveAsset', () => {
  it.each([
    ['app://console/', 'index.html'],
    ['app://console/index.html', 'index.html'],
    ['app://console/assets/index-D7x_9a.js', 'assets/index-D7x_9a.js'],
    ['app://console/assets/inter-latin%2Dwght.woff2', 'assets/inter-latin-wght.woff2'],
    ['app://console/index.html?x=1#y', 'index.html'],
    ['app://console/../index.html', 'index.html'],
  ])('serves %s', (address, file) => {
    expect(resolveAsset(root, address)).toBe(join(root, file))
  })

  it.each([
    'app://console/%2e%2e%5cmain%5cindex.js',
    'app://console/%2e%2e%2fmain%2findex.js',
    'app://console/..%2f..%2fpackage.json',
    'app://console/..%5c..%5cpackage.json',
    'app://console/assets/..%2f..%2fmain/index.js',
    'app://console/%252e%252e%252fmain%252findex.js',
    'app://console/....//main/index.js',
    'app://console//etc/passwd',
    'app://console/%2fetc%2fpasswd',
    'app://console/C:%5cWindows%5cwin.ini',
    'app://console/C:/Windows/win.ini',
    'app://console/index.html%00.png',
    'app://console/.env',
    'app://console/assets/.hidden.js',
    'app://console/%E0%A4%A',
    'app://console/%u002e%u002e/main/index.js',
    'app://console-evil/index.html',
    'app://console:80/index.html',
    'app://renderer-evil/index.html',
    'app:///index.html',
    'file:///desk/out/renderer/index.html',
    'https://console/index.html',
    'not an address',
    '',
  ])('P48 serves nothing for %s', (address) => {
    expect(resolveAsset(root, address)).toBeNull()
  })

  it('P48 never leaves the folder, not even for a sibling whose name begins alike', () => {
    expect(resolveAsset(root, 'app://console/..%2frenderer-evil/index.html')).toBeNull()
  })
})

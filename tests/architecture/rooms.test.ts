import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pathsUnder, root } from './sourceFiles'
import { rooms } from './walls'

test.each(Object.keys(rooms))('src/%s has a README at its door', (room) => {
  expect(existsSync(join(root, 'src', room, 'README.md'))).toBe(true)
})

test('resources holds data, never code', () => {
  expect(pathsUnder('resources').filter((path) => !/\.(?:json|png|svg|ico|icns|wav|ogg|mp3|txt|html|desktop)$/.test(path))).toEqual([])
})

// @vitest-environment node
import { expect, test } from 'vitest'
import { checkAddress } from './checkAddress'

test.each(['https://desk.example.com', ' http://127.0.0.1:4180 '])('%s can be tried', (address) => {
  expect(checkAddress(address)).toBeNull()
})

test.each([
  ['', 'type the address'],
  ['desk.example.com', 'not an address'],
  ['ftp://desk.example.com', 'not ftp:'],
  ['https://dana:secret@desk.example.com', 'name and password'],
])('%s is refused in words', (address, words) => {
  expect(checkAddress(address)).toContain(words)
})

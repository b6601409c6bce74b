import { expect, it } from 'vitest'
import { requireServedWire } from './requireServedWire'

it('P14 serves its own wire and the one before; any other desk is told what to do', () => {
  const told = (schema: number): string => {
    try {
      requireServedWire(schema, 5)
      return ''
    } catch (error) {
      return String(error)
    }
  }
  expect([told(5), told(4)]).toEqual(['', ''])
  expect(told(6)).toContain('ask an administrator to update the backend')
  expect(told(3)).toContain('update the desk')
})

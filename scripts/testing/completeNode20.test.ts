import { expect, it } from 'vitest'
import { completeNode20 } from './completeNode20.mjs'

const newerMap = Map as unknown as { readonly groupBy: (items: readonly string[], keyOf: (item: string) => number) => Map<number, string[]> }
const newerObject = Object as unknown as { readonly groupBy: (items: readonly string[], keyOf: (item: string) => string) => Record<string, string[]> }
const newerPromise = Promise as unknown as { readonly withResolvers: () => { readonly promise: Promise<string>; readonly resolve: (value: string) => void } }

it('supplies Map.groupBy, Object.groupBy and Promise.withResolvers where the running Node lacks them', async () => {
  completeNode20()
  expect([...newerMap.groupBy(['a', 'bb', 'c'], (item) => item.length)]).toEqual([
    [1, ['a', 'c']],
    [2, ['bb']],
  ])
  expect({ ...newerObject.groupBy(['a', 'bb', 'c'], (item) => `length ${item.length}`) }).toEqual({ 'length 1': ['a', 'c'], 'length 2': ['bb'] })
  const later = newerPromise.withResolvers()
  later.resolve('done')
  await expect(later.promise).resolves.toBe('done')
})

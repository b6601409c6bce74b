import { expect, it } from 'vitest'
import { completeNode20 } from './completeNode20.mjs'

interface Newer {
  readonly byMap: (items: readonly string[], keyOf: (item: string) => number) => Map<number, string[]>
  readonly byObject: (items: readonly string[], keyOf: (item: string) => string) => Record<string, string[]>
  readonly withResolvers: () => { readonly promise: Promise<string>; readonly resolve: (value: string) => void }
}

it('supplies Map.groupBy, Object.groupBy and Promise.withResolvers where the running Node lacks them', async () => {
  completeNode20()
  const newer = {
    byMap: Reflect.get(Map, 'groupBy'),
    byObject: Reflect.get(Object, 'groupBy'),
    withResolvers: Reflect.get(Promise, 'withResolvers').bind(Promise),
  } as Newer
  expect([...newer.byMap(['a', 'bb', 'c'], (item) => item.length)]).toEqual([
    [1, ['a', 'c']],
    [2, ['bb']],
  ])
  expect({ ...newer.byObject(['a', 'bb', 'c'], (item) => `length ${item.length}`) }).toEqual({ 'length 1': ['a', 'c'], 'length 2': ['bb'] })
  const later = newer.withResolvers()
  later.resolve('done')
  await expect(later.promise).resolves.toBe('done')
})

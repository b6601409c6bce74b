// @vitest-environment node
import { expect, it } from 'vitest'
import { noHint } from '../../protocol/sync/pull'
import type { Hint } from '../../protocol/sync/pull'
import { exampleId } from '../fixtures/exampleId'
import { handTimers } from '../fixtures/handTimers'
import { followWaits } from './followWaits'

const hint = (seq: number): Hint => ({ epoch: exampleId(90), seq, scopeV: 0 })

const openLine = (answers: readonly Hint[]) => {
  const timers = handTimers()
  const asked: Hint[] = []
  const heard: Hint[] = []
  const waiting = [...answers]
  let asking: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    asking = resolve
  })
  const ask = async (known: Hint): Promise<Hint> => {
    asked.push(known)
    const answer = waiting.shift()
    if (answer !== undefined) return answer
    asking()
    return new Promise(() => undefined)
  }
  const followed = followWaits(ask, noHint, (each) => heard.push(each), timers)
  return { timers, asked, heard, held, followed }
}

it('names in each question what the last answer told, so that an answer comes with news only', async () => {
  const line = openLine([hint(3), hint(9)])
  await line.held
  expect(line.asked).toEqual([noHint, hint(3), hint(9)])
  expect(line.heard).toEqual([hint(3), hint(9)])
  expect(line.timers.waiting()).toEqual([20_000])
})

it('P22 bites when a question has had no answer for 20 s', async () => {
  const line = openLine([hint(3)])
  await line.held
  line.timers.fire()
  await expect(line.followed).rejects.toThrow('fallen silent')
  expect(line.timers.waiting()).toEqual([])
})

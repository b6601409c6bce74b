import { describe, expect, it } from 'vitest'
import { SignInBusyError, createHashingQueue } from './hashingQueue'

const untilSettled = async (): Promise<void> => {
  for (let n = 0; n < 20; n += 1) await Promise.resolve()
}

describe('createHashingQueue', () => {
  it('runs two at once, the others in order, and refuses more than may wait', async () => {
    const queue = createHashingQueue(2)
    const begun: number[] = []
    const finish: (() => void)[] = []
    const jobs = [0, 1, 2, 3].map(async (n) =>
      queue.run(async () => {
        begun.push(n)
        await new Promise<void>((resolve) => finish.push(resolve))
        return n
      }),
    )
    await untilSettled()
    expect(begun).toEqual([0, 1])
    await expect(queue.run(async () => 4)).rejects.toThrow(SignInBusyError)
    finish[0]?.()
    await untilSettled()
    expect(begun).toEqual([0, 1, 2])
    for (let n = 1; n < 4; n += 1) {
      finish[n]?.()
      await untilSettled()
    }
    expect(await Promise.all(jobs)).toEqual([0, 1, 2, 3])
  })
  it('frees its place when the work fails', async () => {
    const queue = createHashingQueue(0)
    for (let n = 0; n < 3; n += 1) await expect(queue.run(async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await queue.run(async () => 'free')).toBe('free')
  })
})

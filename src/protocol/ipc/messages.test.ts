import { describe, expect, it } from 'vitest'
import { eventChannels, requestChannels } from './channels'
import { deskEvents, deskRequests } from './messages'

describe('the list of messages between desk and main', () => {
  it('P48 names exactly the channels that have a schema', () => {
    expect(Object.keys(deskRequests).toSorted()).toEqual([...requestChannels].toSorted())
    expect(Object.keys(deskEvents).toSorted()).toEqual([...eventChannels].toSorted())
  })

  it('P48 lets no desk rename its device behind the backend', () => {
    expect(deskRequests['settings.write'].args.parse({ deviceId: '7b1f6a52-4a6c-4b4e-8a55-0e2a0c1d2e3f' })).toEqual({})
  })
})

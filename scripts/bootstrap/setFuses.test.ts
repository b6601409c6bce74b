import { describe, expect, it } from 'vitest'
import { FUSES, setFuses } from './setFuses.mjs'

const programWith = (wire: string, version = 1): Buffer =>
  Buffer.concat([Buffer.from('…machine code…dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([version, wire.length]), Buffer.from(`${wire}…more code`)])

describe('setFuses', () => {
  it('sets the named fuses and no other byte', () => {
    const program = programWith('11100010')
    setFuses(program, { [FUSES.nodeCliInspectArguments]: true, [FUSES.browserProcessSpecificV8Snapshot]: false })
    expect(program).toEqual(programWith('11110000'))
  })

  it('refuses a program without fuses, of another scheme, or with fewer fuses', () => {
    expect(() => setFuses(Buffer.from('no such thing'), {})).toThrow('no Electron fuses')
    expect(() => setFuses(programWith('1111', 2), {})).toThrow('scheme 2')
    expect(() => setFuses(programWith('1111'), { 6: true })).toThrow('no fuse 6')
  })
})

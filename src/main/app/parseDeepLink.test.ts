import { describe, expect, it } from 'vitest'
import { deepLinkIn, parseDeepLink } from './parseDeepLink'

const id = '3f0c9a52-8a53-4a9e-9d38-0b8a3f5d2a11'

describe('parseDeepLink', () => {
  it.each([`rfx://ticket/${id}`, `rfx://ticket/${id}/`, `RFX://TICKET/${id.toUpperCase()}`])('opens the ticket of %s', (link) => {
    expect(parseDeepLink(link)).toEqual({ ticketId: id })
  })

  it.each([
    'rfx://ticket/',
    'rfx://ticket/7',
    `rfx://settings/${id}`,
    `rfx://ticket/${id}?to=https://example.com`,
    `rfx://ticket/${id}/../../x`,
    `rfx://ticket/${id}\nrfx://ticket/${id}`,
    `https://ticket/${id}`,
    `javascript:rfx://ticket/${id}`,
  ])('P48 takes nothing from %j', (link) => {
    expect(parseDeepLink(link)).toBeNull()
  })
})

describe('deepLinkIn', () => {
  it('takes the last link of a command line, where the operating system puts it', () => {
    const other = '9b1d3c44-52a7-4d0e-8f5b-6a1c2e7f8d90'
    expect(deepLinkIn(['desk', `rfx://ticket/${other}`, '--flag', `rfx://ticket/${id}`])).toEqual({ ticketId: id })
  })

  it('finds none where there is none', () => {
    expect(deepLinkIn(['desk', '--no-sandbox', '.'])).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { exampleTicket } from '../fixtures/examples'
import { suggestScope } from './suggestScope'

describe('R83 R84 words that may mean professional services', () => {
  it.each([
    ['Please install RightFax on our new server', 'newInstall', 'install'],
    ['Reinstallation of the second server', 'newInstall', 'reinstallation'],
    ['Need help to migrate to Windows 2022', 'migration', 'migrate'],
    ['MIGRATION and upgrade in January', 'migration', 'migration'],
    ['Move RightFax to FAX02', 'migration', 'move rightfax'],
    ['Upgrade to 24.4', 'upgrade', 'upgrade'],
    ['When can we get a newer version?', 'upgrade', 'newer version'],
    ['Apply the latest patches', 'patches', 'patches'],
    ['Service pack 3 for our server', 'patches', 'service pack'],
    ['Training for two new administrators', 'training', 'training'],
    ['can you train our staff', 'training', 'train our'],
    ['Yearly health check', 'healthCheck', 'health check'],
  ])('R84 asks about %j', (brief, item, word) => {
    expect(suggestScope(brief)).toMatchObject({ item, word })
  })

  it.each([
    'Faxes fail since the upgrade', 'No inbound faxes after our last migration', 'Post-upgrade: cover sheets missing', 'After installing, service stops', 'Print driver installed but does not print',
    'Patch cable to the gateway replaced', 'Fax training server is slow', 'Where is the install folder?', 'dispatches fail', 'Uninstalled client', 'Faxes arrive late', '',
  ])('keeps quiet about %j', (brief) => {
    expect(suggestScope(brief)).toBeNull()
  })

  it('R84 asks in words that leave it to the engineer', () => {
    expect(suggestScope('Upgrade to 24.4')?.sentence).toBe('The brief description says “upgrade”. Is this about: Upgrade to a newer version of RightFax? Ask who does the work.')
  })

  it('reads on when the first mention tells of the past', () => {
    expect(suggestScope('Since the upgrade nothing works; please upgrade the clients too')).toMatchObject({ item: 'upgrade' })
  })

  it('R75 R83 changes nothing by itself: the ticket is the same with such words or without', () => {
    const { brief: words, ...upgrade } = exampleTicket({ brief: 'Please upgrade us tonight', customerPriority: 'urgent' })
    const { brief: plain, ...fault } = exampleTicket({ brief: 'No faxes tonight', customerPriority: 'urgent' })
    expect([suggestScope(words)?.item, suggestScope(plain)]).toEqual(['upgrade', null])
    expect(upgrade).toEqual(fault)
  })
})

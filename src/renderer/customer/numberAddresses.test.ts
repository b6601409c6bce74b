// @vitest-environment node
import { expect, test } from 'vitest'
import type { Server } from '../../domain/customer/customer'
import { numberAddresses } from './numberAddresses'

const server = (hostName: string, environment: Server['environment'], rightFaxVersion: string | null, addresses = 1): Server => ({
  id: hostName, rev: 1, customerId: 'c', siteId: null, role: 'Server', hostName, environment, operatingSystem: '', rightFaxVersion, verifiedAt: null, verifiedBy: null,
  addresses: Array.from({ length: addresses }, (_, index) => ({ label: 'LAN', ip: `10.0.0.${String(index)}` })),
})

test('production RightFax servers come first, test servers last', () => {
  const hosts = numberAddresses([server('TEST', 'test', '20'), server('SQL', 'production', null), server('FAX', 'production', '20')]).map((each) => each.server.hostName)
  expect(hosts).toEqual(['FAX', 'SQL', 'TEST'])
})

test('keys run from 1 over all servers and end at 9', () => {
  const keys = numberAddresses([server('A', 'production', '20', 4), server('B', 'production', '20', 7)]).flatMap((each) => each.addresses.map((address) => address.key))
  expect(keys).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', null, null])
})

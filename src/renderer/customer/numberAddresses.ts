import type { Server } from '../../domain/customer/customer'

/** An address with the key that copies it; null from the tenth on. */
export interface NumberedAddress {
  readonly label: string
  readonly ip: string
  readonly key: string | null
}

export interface NumberedServer {
  readonly server: Server
  readonly addresses: readonly NumberedAddress[]
}

const environmentOrder: Readonly<Record<Server['environment'], number>> = { production: 0, unknown: 1, test: 2 }

/** Servers in the order one needs them (production first, RightFax before the rest), their addresses numbered 1 to 9. */
export function numberAddresses(servers: readonly Server[]): NumberedServer[] {
  const ordered = servers.toSorted(
    (a, b) =>
      environmentOrder[a.environment] - environmentOrder[b.environment] ||
      Number(a.rightFaxVersion === null) - Number(b.rightFaxVersion === null) ||
      a.hostName.localeCompare(b.hostName),
  )
  let next = 1
  return ordered.map((server) => ({
    server,
    addresses: server.addresses.map((address) => {
      const number = next
      next += 1
      return { ...address, key: number <= 9 ? String(number) : null }
    }),
  }))
}

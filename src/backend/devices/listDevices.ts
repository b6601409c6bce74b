import { desc, eq } from 'drizzle-orm'
import type { Engineer } from '../../domain/access/engineer'
import { mayDo } from '../../domain/access/mayDo'
import type { DeviceList } from '../../protocol/session/devices'
import type { Queries } from '../db/database'
import { device, engineer } from '../db/schema'

/** The desks an engineer may revoke: their own, or everybody's. The latest seen first. */
export const listDevices = async (queries: Queries, asking: Engineer): Promise<DeviceList> => {
  const rows = await queries
    .select({ deviceId: device.id, engineerId: device.engineerId, engineerName: engineer.name, name: device.name, seenAt: device.seenAt, revokedAt: device.revokedAt })
    .from(device)
    .innerJoin(engineer, eq(engineer.id, device.engineerId))
    .where(mayDo(asking.role, 'revokeDevice') ? undefined : eq(device.engineerId, asking.id))
    .orderBy(desc(device.seenAt))
  return { devices: rows }
}

import { z } from 'zod'
import { idShape, instantShape } from '../shapes'

/** `GET /api/devices`: desks as their engineers use them, the latest seen first; an administrator sees everybody's. */
export const deviceListShape = z.object({
  devices: z.array(
    z.object({
      deviceId: idShape,
      engineerId: idShape,
      engineerName: z.string(),
      name: z.string(),
      seenAt: instantShape,
      revokedAt: instantShape.nullable(),
    }),
  ),
})
export type DeviceList = z.infer<typeof deviceListShape>

/** `POST /api/devices/:id/revoke`: whose use of that desk ends. */
export const revokeDeviceShape = z.object({ engineerId: idShape })

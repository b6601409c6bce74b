import { z } from 'zod'
import { idShape, instantShape } from '../shapes'
import { engineerRow } from '../sync/firmRows'

/** `POST /api/session`: an engineer signs in on a device. */
export const signInRequestShape = z.object({
  email: z.string().trim().min(1, 'Please type your e-mail address').max(254),
  password: z.string().min(1, 'Please type your password').max(1_024),
  device: z.object({ id: idShape, name: z.string().trim().min(1).max(120) }),
})
export type SignInRequest = z.infer<typeof signInRequestShape>

/** A session: a short access token for requests, a rotating refresh token bound to the device. */
export const sessionGrantShape = z.object({
  accessToken: z.string(),
  accessExpiresAt: instantShape,
  refreshToken: z.string(),
  engineer: engineerRow,
  /** The desk had been revoked: it wipes what it still holds before it goes on. */
  wipe: z.literal(true).exactOptional(),
})
export type SessionGrant = z.infer<typeof sessionGrantShape>

/** `POST /api/session/refresh`. Using a refresh token twice ends every session of its family. */
export const refreshRequestShape = z.object({ refreshToken: z.string().min(1).max(200), deviceId: idShape })
export type RefreshRequest = z.infer<typeof refreshRequestShape>

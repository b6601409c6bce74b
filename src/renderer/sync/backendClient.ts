import ky, { TimeoutError } from 'ky'
import type { KyInstance, Options } from 'ky'
import type { z } from 'zod'
import type { Mutation, PushResponse } from '../../protocol/commands/push'
import { pushResponseShape } from '../../protocol/commands/push'
import { heldMailListShape, heldMailOutcomeShape } from '../../protocol/intake/heldMail'
import type { HeldMailList, HeldMailOutcome, ReleaseHeldMail } from '../../protocol/intake/heldMail'
import { problemShape } from '../../protocol/problem'
import { protocolVersion } from '../../protocol/protocolVersion'
import { deviceListShape } from '../../protocol/session/devices'
import type { DeviceList } from '../../protocol/session/devices'
import type { SessionGrant, SignInRequest } from '../../protocol/session/session'
import { sessionGrantShape } from '../../protocol/session/session'
import { digestResponseShape } from '../../protocol/sync/digest'
import type { DigestResponse } from '../../protocol/sync/digest'
import type { Cursor, Hint, PullResponse } from '../../protocol/sync/pull'
import { hintShape, pullResponseShape } from '../../protocol/sync/pull'
import type { SyncedTable } from '../../protocol/sync/tables'
import { BackendProblem } from './backendProblem'
import type { LineBatches } from './followLines'
import { readSnapshotLines } from './readSnapshotLines'

/** A slow line may need long for a first sync's page; the hint stream has its own watchdog. */
const timeoutMs = 30_000
const pageRows = 1_000

/** Gives the token of the session; `renew` = the last one was refused. */
export type AccessToken = (renew: boolean) => Promise<string>

/** The backend as the desk calls it. Every method rejects with `BackendProblem` or with an Error whose message is a sentence. */
export interface BackendClient {
  readonly signIn: (request: SignInRequest) => Promise<SessionGrant>
  readonly refresh: (refreshToken: string, deviceId: string) => Promise<SessionGrant>
  readonly signOut: (token: AccessToken) => Promise<void>
  readonly pull: (token: AccessToken, device: string, cursor: Cursor | null, signal: AbortSignal) => Promise<PullResponse>
  readonly push: (token: AccessToken, device: string, mutations: readonly Mutation[], signal: AbortSignal) => Promise<PushResponse>
  /** A pull that also says what every table then amounts to. */
  readonly digest: (token: AccessToken, device: string, cursor: Cursor | null, signal: AbortSignal) => Promise<DigestResponse>
  /** Everything from the start, or on from a mark, or one table only. */
  readonly snapshot: (token: AccessToken, wish: { readonly after?: string | undefined; readonly table?: SyncedTable }, signal: AbortSignal) => Promise<LineBatches>
  /** Opens the hint stream; answers its bytes. */
  readonly hints: (token: AccessToken, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>
  /** Asks for a hint other than `known`; may be held for `holdSeconds`. */
  readonly wait: (token: AccessToken, known: Hint, signal: AbortSignal) => Promise<Hint>
  readonly attachment: (token: AccessToken, id: string) => Promise<Uint8Array<ArrayBuffer>>
  readonly listDevices: (token: AccessToken) => Promise<DeviceList>
  /** Ends an engineer's use of a desk; answers the list as it is then. */
  readonly revokeDevice: (token: AccessToken, deviceId: string, engineerId: string) => Promise<DeviceList>
  readonly listHeldMail: (token: AccessToken) => Promise<HeldMailList>
  readonly releaseHeldMail: (token: AccessToken, id: string, as: ReleaseHeldMail['as']) => Promise<HeldMailOutcome>
  readonly discardHeldMail: (token: AccessToken, id: string, reason: string) => Promise<HeldMailOutcome>
}

const toProblem = async (response: Response): Promise<BackendProblem> => {
  const body: unknown = await response.json().catch(() => null)
  const parsed = problemShape.safeParse(body)
  if (parsed.success) return new BackendProblem(parsed.data.error.code, parsed.data.error.message, parsed.data.error.expected ?? null)
  return new BackendProblem('unavailable', `What answers at this address is not the backend, or it is in trouble (status ${String(response.status)}).`)
}

/** @param url base address of the backend; @param fetchWith the platform's fetch, or a test's */
export const createBackendClient = (url: string, fetchWith: typeof fetch): BackendClient => {
  const http: KyInstance = ky.create({ prefixUrl: url, fetch: async (...args) => fetchWith(...args), retry: 0, timeout: timeoutMs, throwHttpErrors: false })

  const ask = async (path: string, options: Options): Promise<Response> => {
    let response: Response
    try {
      response = await http(path, options)
    } catch (error) {
      if (options.signal?.aborted === true) throw error
      throw new Error(error instanceof TimeoutError ? 'The backend does not answer in time.' : 'The backend cannot be reached.', { cause: error })
    }
    if (!response.ok) throw await toProblem(response)
    return response
  }

  const askSignedIn = async (token: AccessToken, path: string, options: Options): Promise<Response> => {
    const withToken = async (renew: boolean): Promise<Response> => ask(path, { ...options, headers: { authorization: `Bearer ${await token(renew)}` } })
    try {
      return await withToken(false)
    } catch (error) {
      if (!(error instanceof BackendProblem && error.code === 'sessionExpired')) throw error
      return withToken(true)
    }
  }

  const read = async <S extends z.ZodType>(shape: S, response: Response): Promise<z.output<S>> => {
    const parsed = shape.safeParse(await response.json())
    if (parsed.success) return parsed.data
    throw new BackendProblem('versionMismatch', 'The backend speaks another version than this desk. Please update the desk, or ask an administrator.')
  }

  return {
    signIn: async (request) => read(sessionGrantShape, await ask('api/session', { method: 'post', json: request })),
    refresh: async (refreshToken, deviceId) => read(sessionGrantShape, await ask('api/session/refresh', { method: 'post', json: { refreshToken, deviceId } })),
    signOut: async (token) => void (await askSignedIn(token, 'api/session', { method: 'delete' })),
    pull: async (token, device, cursor, signal) =>
      read(pullResponseShape, await askSignedIn(token, 'api/sync/pull', { method: 'post', json: { device, schema: protocolVersion, cursor, limit: pageRows }, signal })),
    push: async (token, device, mutations, signal) =>
      read(pushResponseShape, await askSignedIn(token, 'api/sync/push', { method: 'post', json: { device, mutations }, signal })),
    digest: async (token, device, cursor, signal) =>
      read(digestResponseShape, await askSignedIn(token, 'api/sync/digest', { method: 'post', json: { device, schema: protocolVersion, cursor, limit: pageRows }, signal })),
    snapshot: async (token, { after, table }, signal) => {
      const searchParams = { schema: protocolVersion, ...(after === undefined ? {} : { after }), ...(table === undefined ? {} : { table }) }
      const response = await askSignedIn(token, 'api/sync/snapshot', { method: 'get', searchParams, signal })
      if (response.body === null) throw new Error('The backend gave no snapshot.')
      return readSnapshotLines(response.body)
    },
    hints: async (token, signal) => {
      const response = await askSignedIn(token, 'api/sync/events', { method: 'get', signal, timeout: false })
      if (response.body === null) throw new Error('The backend gave no hint stream.')
      return response.body
    },
    wait: async (token, { epoch, seq, scopeV }, signal) =>
      read(hintShape, await askSignedIn(token, 'api/sync/wait', { method: 'get', searchParams: { epoch, seq, scopeV }, signal, timeout: false })),
    attachment: async (token, id) => new Uint8Array(await (await askSignedIn(token, `api/attachments/${id}`, { method: 'get' })).arrayBuffer()),
    listDevices: async (token) => read(deviceListShape, await askSignedIn(token, 'api/devices', { method: 'get' })),
    revokeDevice: async (token, deviceId, engineerId) => read(deviceListShape, await askSignedIn(token, `api/devices/${deviceId}/revoke`, { method: 'post', json: { engineerId } })),
    listHeldMail: async (token) => read(heldMailListShape, await askSignedIn(token, 'api/held-mail', { method: 'get' })),
    releaseHeldMail: async (token, id, as) => read(heldMailOutcomeShape, await askSignedIn(token, `api/held-mail/${id}/release`, { method: 'post', json: { as } })),
    discardHeldMail: async (token, id, reason) => read(heldMailOutcomeShape, await askSignedIn(token, `api/held-mail/${id}/discard`, { method: 'post', json: { reason } })),
  }
}

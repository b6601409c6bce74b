import { toInstant } from '../../domain/calendar/time'
import type { Instant } from '../../domain/calendar/time'
import type { DeskApi } from '../../protocol/ipc/deskApi'
import type { BackendDescription, Settings } from '../../protocol/ipc/messages'
import { keepAlerts } from '../alerts/keepAlerts'
import { keepTray } from '../alerts/keepTray'
import { useAttachmentSource } from '../attachments/attachmentSource'
import { desk } from '../bridge/desk'
import { adoptKeys } from '../cache/adoptKeys'
import { useCacheStore } from '../cache/cacheStore'
import { bridgeKeys } from '../cache/bridgeKeys'
import { cacheName, DeskCache } from '../cache/deskCache'
import { dropUnshown } from '../cache/dropUnshown'
import { keepCacheOpen } from '../cache/keepCacheOpen'
import type { CacheKeeper } from '../cache/keepCacheOpen'
import { readMeta } from '../cache/readMeta'
import { replayUnparsed } from '../cache/replayUnparsed'
import { createQueueIndex } from '../cache/queueIndex'
import { wipeDesk } from '../session/wipeDesk'
import { useHeldMail } from '../heldMail/heldMailStore'
import { createSession } from '../session/createSession'
import type { DeskSession } from '../session/createSession'
import { useSessionStore } from '../session/sessionStore'
import { useDevices } from '../settings/deviceStore'
import { createBackendClient } from '../sync/backendClient'
import type { BackendClient } from '../sync/backendClient'
import { useConnection } from '../sync/connectionStore'
import { checkEveryMs, createSyncLoop } from '../sync/syncLoop'
import type { SyncLoop } from '../sync/syncLoop'
import { noteTrouble } from '../bridge/troubleStore'

/** What the platform gives the desk; tests give their own. */
export interface DeskPlatform {
  readonly bridge: DeskApi
  readonly fetch: typeof fetch
  /** Tells that the network came back. */
  readonly page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
  readonly now: () => Instant
  readonly setTimer: (work: () => void, ms: number) => () => void
  readonly dice: () => number
}

/** The data side of a running desk. */
export interface DeskRuntime {
  /** Resolves when the cache is open and the first connection was begun; rejects with what prevents it. */
  readonly started: Promise<void>
  readonly close: () => void
}

const platform: DeskPlatform = {
  bridge: desk,
  fetch: async (...args) => fetch(...args),
  page: globalThis,
  now: () => toInstant(Date.now()),
  setTimer: (work, ms) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
  dice: () => Math.random(),
}

/** Alerts are looked at again this often, so that their clocks and failed ones are not stale. */
const lookAgainMs = 30_000
const renewContractsMs = 10 * 60_000

interface OpenDesk {
  readonly cache: DeskCache
  readonly keeper: CacheKeeper
  readonly settings: Settings
  readonly queue: ReturnType<typeof createQueueIndex>
}

/** Opens the cache and shows it, before any network (architecture.md: the desk never waits for the backend). */
const openOnCache = async ({ bridge, now, setTimer }: DeskPlatform, onHealed: () => void): Promise<OpenDesk> => {
  const settings = await bridge.settings.read()
  const name = cacheName(settings.backendUrl)
  const cache = new DeskCache(name, bridgeKeys(bridge.scopeKeys, name))
  const keeper = keepCacheOpen({ cache, setTimer, onHealed })
  await keeper.open()
  await adoptKeys(cache)
  await replayUnparsed(cache)
  await dropUnshown(cache)
  const queue = createQueueIndex(cache, now)
  await queue.setEngineer(settings.lastEngineerId)
  useCacheStore.setState({ cache, queue, engineerId: settings.lastEngineerId })
  useConnection.setState({ lastSyncAt: await readMeta(cache, 'lastSyncAt'), unreadableRows: await cache.parked.count() })
  return { cache, keeper, settings, queue }
}

const every = ({ setTimer }: DeskPlatform, ms: number, work: () => void): (() => void) => {
  let stop: () => void = () => undefined
  const again = (): void => {
    stop = setTimer(() => {
      work()
      again()
    }, ms)
  }
  again()
  return () => stop()
}

/** Listens to the backend's whereabouts; the client changes with its address. */
const followBackend = (given: DeskPlatform, moved: (backend: BackendDescription) => void) => {
  let client: { readonly url: string; readonly client: BackendClient } | null = null
  const take = (backend: BackendDescription): void => {
    if (backend.url === null || backend.state === 'starting' || backend.state === 'failed' || backend.state === 'stopped') client = null
    else if (client?.url !== backend.url) client = { url: backend.url, client: createBackendClient(backend.url, given.fetch) }
    moved(backend)
  }
  return { take, client: (): BackendClient | null => client?.client ?? null, stop: given.bridge.on('backendChanged', take) }
}

/** Signs in to the demo world by itself, unless somebody left it on purpose. */
const enterDemo = async (backend: BackendDescription, session: DeskSession, left: () => boolean): Promise<void> => {
  const { phase } = useSessionStore.getState()
  if (backend.mode !== 'embedded' || backend.state !== 'listening' || backend.demo === null || phase !== 'signedOut' || left()) return
  await session.signIn(backend.demo.email, backend.demo.password)
}

const run = async (given: DeskPlatform, stops: (() => void)[]): Promise<void> => {
  const { bridge, now, setTimer, dice } = given
  let loop: SyncLoop | null = null
  const { cache, keeper, settings, queue } = await openOnCache(given, () => loop?.tell({ kind: 'changed' }))
  const known = settings.lastEngineerId === null ? null : ((await cache.synced('engineer').get(settings.lastEngineerId)) ?? null)
  let left = false

  const session = createSession({
    bridge,
    client: () => backend.client(),
    device: { id: settings.deviceId, name: settings.deviceName },
    now,
    setTimer,
    onSignedIn: async (engineer, wipe) => {
      left = false
      if (wipe) await wipeDesk(cache, bridge.journal, engineer.id)
      await queue.setEngineer(engineer.id)
      useCacheStore.setState({ engineerId: engineer.id })
      loop?.tell({ kind: 'signedIn' })
    },
    onSignedOut: () => {
      left = true
      loop?.tell({ kind: 'sessionEnded' })
    },
  })
  const backend = followBackend(given, (described) => {
    if (described.state === 'listening' || described.state === 'unchecked') loop?.tell({ kind: 'wake' })
    else if (described.detail !== '') loop?.tell({ kind: 'failed', detail: described.detail })
    if (loop !== null) void enterDemo(described, session, () => left)
  })
  /** Leaves a revoked desk: what was cached goes, what was not sent is put aside for whoever it belongs to. */
  const leave = async (sentence: string): Promise<void> => {
    left = true
    const { engineerId } = useCacheStore.getState()
    await session.end(sentence, true)
    if (engineerId !== null) await wipeDesk(cache, bridge.journal, engineerId)
    await queue.setEngineer(null)
    useCacheStore.setState({ engineerId: null })
    useConnection.setState({ lastSyncAt: null, unreadableRows: 0 })
  }
  loop = createSyncLoop({
    cache, client: backend.client, journal: bridge.journal, token: session.token, deviceId: settings.deviceId, engineerId: session.engineerId, now, setTimer, dice,
    onTrouble: keeper.report,
    onSessionEnded: (sentence, revoked) => {
      if (revoked) leave(sentence).catch((error: unknown) => noteTrouble('This desk was revoked, but could not be wiped whole. Please restart it.', error))
      else void session.end(sentence)
    },
  })
  useSessionStore.setState({ signIn: session.signIn, signOut: session.signOut, engineer: known })
  const reached = (): BackendClient => {
    const client = backend.client()
    if (client === null) throw new Error('The backend is not reached. Please try again when the desk is live.')
    return client
  }
  useAttachmentSource.setState({ fetchBytes: async (id) => reached().attachment(session.token, id) })
  useDevices.setState({
    source: {
      list: async () => reached().listDevices(session.token),
      revoke: async (id, engineerId) => reached().revokeDevice(session.token, id, engineerId),
    },
  })
  useHeldMail.setState({
    source: {
      list: async () => reached().listHeldMail(session.token),
      release: async (id, as) => reached().releaseHeldMail(session.token, id, as),
      discard: async (id, reason) => reached().discardHeldMail(session.token, id, reason),
    },
  })
  const alerts = keepAlerts({ cache, queue, notifications: bridge.notifications, now, runOf: (await bridge.app.describe()).startedAt })
  const wake = (): void => loop?.tell({ kind: 'wake' })
  given.page.addEventListener('online', wake)
  stops.push(
    keepTray(queue, bridge.tray), alerts.close, backend.stop, loop.close, session.close, queue.close,
    bridge.on('wake', wake), () => given.page.removeEventListener('online', wake),
    every(given, lookAgainMs, () => void alerts.check()), every(given, renewContractsMs, () => void queue.renew()),
    every(given, checkEveryMs, () => loop?.tell({ kind: 'changed' })),
  )
  const kept = await session.load()
  useSessionStore.setState(kept ? { phase: 'signedIn' } : { phase: 'signedOut', needsSignIn: known !== null })
  const described = await bridge.backend.describe()
  if (kept) {
    backend.take(described)
    loop.tell({ kind: 'signedIn' })
  } else {
    loop.tell({ kind: 'sessionEnded' })
    backend.take(described)
  }
}

/** Starts the data side: the cache at once, then session, sync, alerts and tray. */
export const startDesk = (given: DeskPlatform = platform): DeskRuntime => {
  const stops: (() => void)[] = []
  const started = run(given, stops)
  started.catch((error: unknown) => {
    noteTrouble('The desk could not start.', error)
    const detail = `The desk could not open its store on this computer: ${error instanceof Error ? error.message : String(error)}`
    useConnection.setState({ phase: 'offline', detail })
    useSessionStore.setState({ phase: 'signedOut', error: detail })
  })
  return {
    started,
    close: () => {
      for (const stop of stops) stop()
    },
  }
}

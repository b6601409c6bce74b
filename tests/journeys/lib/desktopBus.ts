import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sessionBus } from '@jellybrick/dbus-next'
import type { MessageBus } from '@jellybrick/dbus-next'
import { NotificationService } from './notificationService'
import type { SeenNotification } from './notificationService'
import { endProcess, waitForOutput } from './ownProcess'
import { TrayHost } from './trayHost'
import type { TrayItem, TrayMenuLine } from './trayHost'

/** A desktop of its own for one test: a private session bus with a notification service and a tray. */
export interface DesktopBus {
  /** For DBUS_SESSION_BUS_ADDRESS of the program under test. */
  readonly address: string
  /** All notifications so far, oldest first, each with when it was shown. */
  readonly notifications: readonly SeenNotification[]
  /** Ids that their program took back. */
  readonly closedIds: readonly number[]
  readonly trayItems: readonly TrayItem[]
  readonly waitForNotification: (fits: (notification: SeenNotification) => boolean, limitMs?: number) => Promise<SeenNotification>
  readonly waitForClosed: (id: number, limitMs?: number) => Promise<void>
  readonly clickNotification: (id: number) => void
  readonly trayTooltip: () => Promise<string>
  readonly trayMenu: () => Promise<readonly TrayMenuLine[]>
  readonly clickTrayMenu: (label: string) => Promise<void>
  readonly activateTray: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts such a desktop. Whoever starts it stops it. */
export async function startDesktopBus(): Promise<DesktopBus> {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], { stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    const [address] = await waitForOutput(daemon, daemon.stdout, /^\S+(?=\n)/, 10_000, 'dbus-daemon')
    const bus = await connect(address)
    const notifications = await NotificationService.start(bus)
    const tray = await TrayHost.start(bus)
    return {
      address,
      notifications: notifications.notifications,
      closedIds: notifications.closedIds,
      trayItems: tray.items,
      waitForNotification: (fits, limitMs) => notifications.waitFor(fits, limitMs),
      waitForClosed: (id, limitMs) => notifications.waitForClosed(id, limitMs),
      clickNotification: (id) => notifications.click(id),
      trayTooltip: () => tray.tooltip(),
      trayMenu: () => tray.menu(),
      clickTrayMenu: (label) => tray.clickMenu(label),
      activateTray: () => tray.activate(),
      stop: async () => {
        bus.disconnect()
        await endProcess(daemon, 'SIGTERM')
      },
    }
  } catch (error) {
    await endProcess(daemon, 'SIGKILL')
    throw error
  }
}

async function connect(busAddress: string): Promise<MessageBus> {
  const bus = sessionBus({ busAddress })
  if (bus.name === null) await once(bus, 'connect', { signal: AbortSignal.timeout(10_000) })
  return bus
}

import { EventEmitter, once } from 'node:events'
import { Message, Variant } from '@jellybrick/dbus-next'
import type { MessageBus } from '@jellybrick/dbus-next'

const WATCHER = 'org.kde.StatusNotifierWatcher'
const WATCHER_PATH = '/StatusNotifierWatcher'
const ITEM = 'org.kde.StatusNotifierItem'
const PROPERTIES = 'org.freedesktop.DBus.Properties'
const MENU = 'com.canonical.dbusmenu'

/** A program's item in the tray: where its D-Bus object lives. */
export interface TrayItem {
  readonly service: string
  readonly path: string
}

/** One line of a tray menu; separators are left out. */
export interface TrayMenuLine {
  readonly id: number
  readonly label: string
  readonly enabled: boolean
}

/** The desktop's tray, as a test sees and uses it. */
export class TrayHost {
  readonly items: TrayItem[] = []
  readonly #bus: MessageBus
  readonly #events = new EventEmitter()

  private constructor(bus: MessageBus) {
    this.#bus = bus
  }

  /** Takes the watcher's name on a bus and begins to accept items. */
  static async start(bus: MessageBus): Promise<TrayHost> {
    const host = new TrayHost(bus)
    bus.addMethodHandler((message: Message) => host.#handle(message))
    await bus.requestName(WATCHER)
    return host
  }

  /** The newest item, as soon as there is one. */
  async item(limitMs = 15_000): Promise<TrayItem> {
    for (;;) {
      const newest = this.items.at(-1)
      if (newest !== undefined) return newest
      await once(this.#events, 'registered', { signal: AbortSignal.timeout(limitMs) })
    }
  }

  /** The words over the item. */
  async tooltip(): Promise<string> {
    const [, , title, text] = (await this.#property('ToolTip')) as [string, unknown, string, string]
    return [title, text].filter((part) => part !== '').join(' ')
  }

  /** The lines of the item's menu. */
  async menu(): Promise<readonly TrayMenuLine[]> {
    const { service, path } = await this.#menuObject()
    const [, layout] = await this.#call(service, path, MENU, 'GetLayout', 'iias', [0, -1, []])
    return menuLines(layout)
  }

  /** Chooses a line of the menu by its words. */
  async clickMenu(label: string): Promise<void> {
    const lines = await this.menu()
    const line = lines.find((each) => each.label === label)
    if (line === undefined) throw new Error(`The tray menu has no “${label}”, only: ${lines.map((each) => each.label).join(', ')}`)
    const { service, path } = await this.#menuObject()
    await this.#call(service, path, MENU, 'Event', 'isvu', [line.id, 'clicked', new Variant('i', 0), 0])
  }

  /** A plain click on the item. */
  async activate(): Promise<void> {
    const { service, path } = await this.item()
    await this.#call(service, path, ITEM, 'Activate', 'ii', [0, 0])
  }

  async #menuObject(): Promise<TrayItem> {
    const { service } = await this.item()
    return { service, path: String(await this.#property('Menu')) }
  }

  async #property(name: string): Promise<unknown> {
    const { service, path } = await this.item()
    const [value] = await this.#call(service, path, PROPERTIES, 'Get', 'ss', [ITEM, name])
    return value instanceof Variant ? value.value : value
  }

  async #call(destination: string, path: string, face: string, member: string, signature: string, body: unknown[]): Promise<unknown[]> {
    const reply = await this.#bus.call(new Message({ destination, path, interface: face, member, signature, body }))
    return reply?.body ?? []
  }

  #handle(message: Message): boolean {
    if (message.path !== WATCHER_PATH) return false
    switch (message.member) {
      case 'RegisterStatusNotifierItem':
        this.#register(message)
        return true
      case 'RegisterStatusNotifierHost':
        this.#answer(message, '', [])
        return true
      case 'Get':
        this.#answer(message, 'v', [this.#watcherProperty(String(message.body[1]))])
        return true
      default:
        return false
    }
  }

  #register(message: Message): void {
    const named = String(message.body[0])
    const item = named.startsWith('/') ? { service: message.sender, path: named } : { service: named, path: '/StatusNotifierItem' }
    this.items.push(item)
    this.#answer(message, '', [])
    this.#bus.send(Message.newSignal(WATCHER_PATH, WATCHER, 'StatusNotifierItemRegistered', 's', [named]))
    this.#events.emit('registered')
  }

  #watcherProperty(name: string): Variant {
    if (name === 'RegisteredStatusNotifierItems') return new Variant('as', this.items.map(({ service, path }) => `${service}${path}`))
    return name === 'ProtocolVersion' ? new Variant('i', 0) : new Variant('b', true)
  }

  #answer(message: Message, signature: string, body: unknown[]): void {
    this.#bus.send(Message.newMethodReturn(message, signature, body))
  }
}

function menuLines(layout: unknown): readonly TrayMenuLine[] {
  const [, , children] = layout as [number, unknown, readonly Variant[]]
  return children.flatMap((child) => {
    const [id, properties] = child.value as [number, Readonly<Record<string, Variant>>]
    if (properties['type']?.value === 'separator') return []
    const label = properties['label']?.value
    return [{ id, label: typeof label === 'string' ? label : '', enabled: properties['enabled']?.value !== false }]
  })
}

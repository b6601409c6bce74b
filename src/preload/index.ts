import { contextBridge, ipcRenderer } from 'electron'
import { eventChannels, requestChannels } from '../protocol/ipc/channels'
import type { EventChannel } from '../protocol/ipc/channels'
import type { DeskApi } from '../protocol/ipc/deskApi'
import type { DeskReply } from '../protocol/ipc/reply'
import { EventInbox } from './eventInbox'

async function ask(channel: string, args: unknown): Promise<unknown> {
  const reply = (await ipcRenderer.invoke(channel, args)) as DeskReply
  if (reply.ok) return reply.answer
  throw new Error(reply.sentence)
}

const groups: Record<string, Record<string, (args: unknown) => Promise<unknown>>> = {}
for (const channel of requestChannels) {
  const [group, method] = channel.split('.') as [string, string]
  groups[group] = { ...groups[group], [method]: (args) => ask(channel, args) }
}

const inbox = new EventInbox<EventChannel>()
for (const event of eventChannels) ipcRenderer.on(event, (_event, payload: unknown) => inbox.arrive(event, payload))

const on = (event: EventChannel, listener: (payload: never) => void): (() => void) =>
  inbox.listen(event, listener as (payload: unknown) => void)

contextBridge.exposeInMainWorld('desk', { ...groups, on } as unknown as DeskApi)

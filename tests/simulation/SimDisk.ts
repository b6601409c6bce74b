import type { JournalDisk, JournalFile } from '../../src/main/outboxJournal/journalDisk'
import type { Dice } from './createDice'

interface Inode {
  live: Buffer
  /** What survives a power cut. */
  safe: Buffer
}

const missing = (path: string): Error => Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' })

/** The disk of one simulated machine: bytes survive a power cut only once synced, a name only once its folder was. */
export class SimDisk {
  #live = new Map<string, Inode>()
  #safe = new Map<string, Inode>()
  readonly #syncs: boolean

  /** @param syncs false = a disk that only pretends to sync */
  constructor(syncs: boolean) {
    this.#syncs = syncs
  }

  /** The disk as one process sees it; when the process has ended, nothing it asks for happens any more. */
  openFor(isAlive: () => boolean): JournalDisk {
    const check = (): void => {
      if (!isAlive()) throw new Error('the process has ended')
    }
    return {
      open: async (path, flags) => {
        check()
        if (!path.includes('.')) return this.#folder(check)
        if (flags === 'wx' && this.#live.has(path)) throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' })
        if (flags === 'r+' && !this.#live.has(path)) throw missing(path)
        const found = this.#live.get(path)
        const inode = found !== undefined && flags !== 'w' ? found : { live: Buffer.alloc(0), safe: found === undefined ? Buffer.alloc(0) : found.safe }
        if (inode !== found) this.#live.set(path, inode)
        return this.#file(inode, check)
      },
      readFile: async (path) => {
        check()
        const inode = this.#live.get(path)
        if (inode === undefined) throw missing(path)
        return Buffer.from(inode.live)
      },
      rename: async (from, to) => {
        check()
        const inode = this.#live.get(from)
        if (inode === undefined) throw missing(from)
        this.#live.delete(from)
        this.#live.set(to, inode)
      },
    }
  }

  /** What a power cut leaves: what was synced, and of what was appended since a part of any length. */
  cutPower(dice: Dice): void {
    this.#live = new Map(this.#safe)
    for (const inode of this.#live.values()) {
      const appended = inode.live.length > inode.safe.length && inode.live.subarray(0, inode.safe.length).equals(inode.safe)
      const torn = appended ? inode.safe.length + dice.below(inode.live.length - inode.safe.length + 1) : inode.safe.length
      inode.live = Buffer.from(appended ? inode.live.subarray(0, torn) : inode.safe)
      inode.safe = inode.live
    }
  }

  #folder(check: () => void): JournalFile {
    const never = async (): Promise<never> => Promise.reject(new Error('EISDIR: illegal operation on a directory'))
    const sync = async (): Promise<void> => {
      check()
      if (this.#syncs) this.#safe = new Map(this.#live)
    }
    return { truncate: never, write: never, writeFile: never, datasync: sync, sync, close: async () => undefined }
  }

  #file(inode: Inode, check: () => void): JournalFile {
    const sync = async (): Promise<void> => {
      check()
      if (this.#syncs) inode.safe = Buffer.from(inode.live)
    }
    return {
      truncate: async (bytes) => {
        check()
        inode.live = Buffer.from(inode.live.subarray(0, bytes))
      },
      write: async (from, offset, bytes, position) => {
        check()
        const end = Math.max(inode.live.length, position + bytes)
        const live = Buffer.alloc(end)
        inode.live.copy(live)
        from.copy(live, position, offset, offset + bytes)
        inode.live = live
        return { bytesWritten: bytes }
      },
      writeFile: async (content) => {
        check()
        inode.live = Buffer.from(content)
      },
      datasync: sync,
      sync,
      close: async () => undefined,
    }
  }
}

import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Init = NodeFS['init']
type Module = Parameters<NonNullable<NonNullable<Parameters<Init>[1]['preRun']>[number]>>[0]

/** The part of Emscripten's node file system that is replaced; its own `fsync` does nothing. */
interface ModuleWithFiles {
  readonly FS: { readonly filesystems: { readonly NODEFS: { readonly stream_ops: { fsync: (stream: { readonly nfd: number }) => number } } } }
}

/**
 * The embedded engine's files with real fsync: without it a commit survives a killed process but not a power cut.
 * It rests on Emscripten's internals, so a test counts the calls.
 */
export class DurableNodeFS extends NodeFS {
  readonly #sync: (fd: number) => void

  constructor(dataDir: string, sync: (fd: number) => void = fsyncSync) {
    super(dataDir)
    this.#sync = sync
  }

  override async init(...[pg, options]: Parameters<Init>): ReturnType<Init> {
    const prepared = await super.init(pg, options)
    const before = prepared.emscriptenOpts.preRun ?? []
    prepared.emscriptenOpts.preRun = [
      ...(Array.isArray(before) ? before : [before]),
      (module: Module) => {
        const { FS } = module as unknown as ModuleWithFiles
        FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
          this.#sync(stream.nfd)
          return 0
        }
      },
    ]
    return prepared
  }
}

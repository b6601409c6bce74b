import { posix } from 'node:path'
import { importsOf } from './importsOf'
import type { Import } from './importsOf'
import { isTest } from './sourceFiles'
import type { SourceFile } from './sourceFiles'

/** What a room may import besides itself. */
export interface Room {
  readonly rooms: readonly string[]
  readonly packages: readonly string[]
  /** Packages of which only types may be named. */
  readonly types?: readonly string[]
  /** Whether Node's own modules exist where the room runs. */
  readonly node: boolean
}

/** The walls. A package that a room needs is added here on purpose, in the same commit. */
export const rooms: Readonly<Record<string, Room>> = {
  domain: { rooms: [], packages: ['temporal-polyfill'], node: false },
  protocol: { rooms: ['domain'], packages: ['zod'], node: false },
  portal: { rooms: ['domain', 'protocol'], packages: ['react', 'react-dom'], node: false },
  backend: {
    rooms: ['domain', 'protocol', 'portal'],
    packages: [
      '@electric-sql/pglite',
      '@fastify/cookie',
      '@fastify/cors',
      '@fastify/formbody',
      '@fastify/helmet',
      '@fastify/multipart',
      '@fastify/rate-limit',
      '@fastify/swagger',
      '@node-rs/argon2',
      '@zxcvbn-ts/core',
      '@zxcvbn-ts/language-common',
      'drizzle-orm',
      'fast-xml-builder',
      'fastify',
      'fastify-type-provider-zod',
      'file-type',
      'flydrive',
      'imapflow',
      'libphonenumber-js',
      'mailparser',
      'nodemailer',
      'pg',
      'pino',
      // Only to hand a page of the portal to its renderer.
      'react',
      'smtp-server',
      'temporal-polyfill',
      'zod',
    ],
    node: true,
  },
  main: { rooms: ['protocol'], packages: ['electron', 'electron-store'], node: true },
  preload: { rooms: ['protocol'], packages: ['electron'], node: false },
  renderer: {
    rooms: ['domain', 'protocol'],
    packages: [
      '@base-ui/react',
      '@fontsource-variable/inter',
      // MD5 of rows, as the database sums it up: the platform's cryptography offers none.
      '@noble/hashes',
      '@tanstack/react-virtual',
      'dexie',
      'dexie-react-hooks',
      'eventsource-parser',
      'ky',
      'lucide-react',
      'react',
      'react-dom',
      'zustand',
    ],
    // Schemas are made in the protocol; a function that is handed one may say so.
    types: ['zod'],
    node: false,
  },
}

/** Files outside `src` that a room may import: data only. */
const data: Readonly<Record<string, RegExp>> = { backend: /^resources\/.*\.json$/ }

const packageOf = (from: string): string => from.split('/').slice(0, from.startsWith('@') ? 2 : 1).join('/')

const judge = (name: string, room: Room, path: string, { from, typeOnly }: Import): string | null => {
  if (from.startsWith('node:')) return room.node ? null : `${name} runs where Node is absent`
  if (!from.startsWith('.')) {
    const allowed = room.packages.includes(packageOf(from)) || (typeOnly && room.types?.includes(packageOf(from)))
    return allowed ? null : `${name} may not import the package ${packageOf(from)}`
  }
  const target = posix.join(posix.dirname(path), from)
  const [top, other = ''] = target.split('/')
  if (isTest(`${target}.ts`)) return 'only tests may import what is made for tests'
  if (top === 'src') return other === name || room.rooms.includes(other) ? null : `${name} may not look into ${other}`
  return data[name]?.test(target) ? null : `${name} may not import files outside src`
}

/** Every import that goes through a wall, with the reason. Tests may import everything. */
export const throughWalls = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text }) => {
      const name = path.split('/')[1] ?? ''
      const room = rooms[name]
      if (!room) return [`${path}: src/${name} is not a room: rooms are planned, with a README and walls`]
      return importsOf(text).flatMap((one) => {
        const fault = judge(name, room, path, one)
        return fault === null ? [] : [`${path} imports ${one.from}: ${fault}`]
      })
    })

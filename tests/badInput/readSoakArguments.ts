import { parseArgs } from 'node:util'

/** What a long check of bad input may be told. */
const options = { dir: { type: 'string' }, mutants: { type: 'string' }, calls: { type: 'string' }, rounds: { type: 'string' }, seed: { type: 'string', default: '1' } } as const
type Name = keyof typeof options

const wholeNumber = (name: string, given: string): number => {
  const number = Number(given)
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} has to be a whole number, not "${given}".`)
  return number
}

/** Reads the arguments a check named in `known`; throws, saying what is wrong, on any other. Numbers left out are `otherwise`. */
export const readSoakArguments = (args: readonly string[], known: readonly Name[], otherwise: Partial<Record<Name, number>>) => {
  const wanted = Object.fromEntries([...known, 'seed' as const].map((name) => [name, options[name]]))
  const values = parseArgs({ args: [...args], options: wanted }).values as Partial<Record<Name, string>>
  return { dir: values.dir ?? null, number: (name: Name): number => (values[name] === undefined ? (otherwise[name] ?? 0) : wholeNumber(name, values[name])) }
}

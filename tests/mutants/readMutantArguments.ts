import { parseArgs } from 'node:util'

/** What is asked of the mutation check: one rule or all of them, and how many processes may work. */
export interface MutantWish {
  readonly rule: string | null
  readonly jobs: number
}

/** How to ask, said whenever somebody asks otherwise. */
export const mutantUsage = 'Use: npm run soak -- mutants [--rule R50] [--jobs 2]'

const parse = (args: readonly string[]): { readonly rule?: string | undefined; readonly jobs: string } => {
  try {
    return parseArgs({ args: [...args], options: { rule: { type: 'string' }, jobs: { type: 'string', default: '1' } } }).values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${mutantUsage}`, { cause: error })
  }
}

/** Reads the arguments of the mutation check. Throws, naming what is wrong, on anything it does not know. */
export const readMutantArguments = (args: readonly string[]): MutantWish => {
  const { rule, jobs } = parse(args)
  if (rule !== undefined && !/^R[1-9]\d?$/.test(rule)) throw new Error(`"${rule}" is no rule. Rules are R1 to R99.\n${mutantUsage}`)
  const processes = Number(jobs)
  if (!Number.isInteger(processes) || processes < 1 || processes > 16) throw new Error(`--jobs has to be a whole number from 1 to 16, not "${jobs}".\n${mutantUsage}`)
  return { rule: rule ?? null, jobs: processes }
}

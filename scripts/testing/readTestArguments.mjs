/** @typedef {'check' | 'vitest' | 'journeys'} Stage */

/** @type {readonly Stage[]} */
const STAGES = ['check', 'vitest', 'journeys']

/**
 * Reads `--only <stage>`; what follows is handed to that stage's runner.
 * @param {readonly string[]} args
 * @returns {{ stages: readonly Stage[], rest: readonly string[] } | { problem: string }}
 */
export function readTestArguments(args) {
  if (args.length === 0) return { stages: STAGES, rest: [] }
  const [option, name, ...rest] = args
  const stage = STAGES.find((candidate) => candidate === name)
  if (option !== '--only' || stage === undefined) {
    return { problem: `Unknown arguments: ${args.join(' ')}\nUse: npm test [-- --only ${STAGES.join('|')} [arguments for its runner]]` }
  }
  if (stage === 'check' && rest.length > 0) return { problem: `The stage "check" takes no further arguments: ${rest.join(' ')}` }
  return { stages: [stage], rest }
}

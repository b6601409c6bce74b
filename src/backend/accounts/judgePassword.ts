import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** What stands between the words of a name or an address. */
const between = /[^\p{L}\p{N}]+/gu

/** 0–4 by zxcvbn: 3 withstands 10⁸ guesses, which is what a stolen argon2id hash has to. */
const leastScore = 3

// The list of common passwords is large; only a process in which somebody chooses one loads it.
let estimator: Promise<ZxcvbnFactory> | undefined
const loadEstimator = async (): Promise<ZxcvbnFactory> => {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')])
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
}

/**
 * Why a password is too easy to guess, in words for the person, or null. Common ones, patterns, and words that belong to
 * the person (`known`: name, address, company) count for little, whatever characters are mixed in. The
 * password never leaves this process.
 */
export const judgePassword = async (password: string, known: readonly string[]): Promise<string | null> => {
  const words = known.flatMap((text) => [text, text.replaceAll(between, ''), ...text.split(between)]).filter((word) => word.length > 2)
  const { score } = (await (estimator ??= loadEstimator())).check(password, [...words, 'rightfax', 'faxserver'])
  return score >= leastScore
    ? null
    : 'This password is too easy to guess: it is a common one, a pattern, or made of your own name, address or company. A few words that do not belong together are better.'
}

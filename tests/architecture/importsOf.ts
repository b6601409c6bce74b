const statements = [
  // import x from 'a' · import type { x } from 'a' · export * from 'a', also over several lines
  /^[ \t]*(?:import|export)\b[^'"`;=]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  // import 'a'
  /^[ \t]*import\s*['"]([^'"]+)['"]/gm,
  // import('a') · require('a') · typeof import('a')
  /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g,
]

/** The text without comments; a `//` inside a string that follows a colon, as in an address, is kept. */
export const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`\\])\/\/.*$/gm, '$1')

/** One import as written, without a bundler's `?query`. `typeOnly` leaves nothing behind when the program runs. */
export interface Import {
  readonly from: string
  readonly typeOnly: boolean
}

/** What a file imports. */
export const importsOf = (text: string): readonly Import[] => {
  const code = withoutComments(text)
  return statements.flatMap((statement) =>
    [...code.matchAll(statement)].map(([whole, from = '']) => ({ from: from.replace(/\?.*$/, ''), typeOnly: /^\s*(?:import|export)\s+type\b/.test(whole) })),
  )
}

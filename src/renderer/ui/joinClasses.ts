/** The class attribute of those names that are set. */
export const joinClasses = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ')

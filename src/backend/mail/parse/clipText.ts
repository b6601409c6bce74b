/** The beginning of a text, at most `most` UTF-16 units long, never ending within a character. */
export const clipText = (text: string, most: number): string => (text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, ''))

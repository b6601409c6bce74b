/** Text as PostgreSQL takes it: it stores neither NUL nor half a surrogate pair, so each becomes U+FFFD. */
export const storableText = (text: string): string => text.replaceAll(/\0|\p{Surrogate}/gu, '�')

const units = ['bytes', 'kB', 'MB', 'GB'] as const

/** A file size for people, in powers of 1000: `812 bytes`, `12.3 kB`. */
export function sayBytes(bytes: number): string {
  const step = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1_000 ** step
  return `${step === 0 || value >= 100 ? String(Math.round(value)) : value.toFixed(1)} ${units[step] ?? 'bytes'}`
}

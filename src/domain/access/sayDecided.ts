import type { AccessRequest } from './accessRequest'

const deeds: Readonly<Record<Exclude<AccessRequest['state'], 'open'>, string>> = {
  granted: 'has granted this already',
  denied: 'has denied this already',
  confirmed: 'has confirmed this access already',
  expired: 'granted this, and it ended unconfirmed',
}

/** Who was first and why, for whoever decides the same request after them (P7). */
export const sayDecided = ({ state, decision }: Pick<AccessRequest, 'state' | 'decision'>): string => {
  if (state === 'open' || decision === null) return 'This request has been decided already.'
  const why = decision.reason.trim()
  return `${decision.by.name} ${deeds[state]}${why === '' ? '.' : `: ${why}`}`
}

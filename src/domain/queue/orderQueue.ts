import { receiptOf } from '../ticket/receiptOf'
import { compareTickets, urgencyRank } from './compareTickets'
import type { QueuedTicket } from './compareTickets'

/**
 * A new list in queue order (R50, R51): exactly that of sorting by `compareTickets`, in a fraction of the time, since
 * every desk orders its whole queue again at each change. Each ticket is looked at once; receipt and place in the list
 * are packed into one number, because a typed array of numbers sorts many times faster than objects do.
 */
export const orderQueue = <T extends QueuedTicket>(tickets: readonly T[]): T[] => {
  const places = tickets.length
  const receipts = new Float64Array(places)
  const placesOfRank: number[][] = []
  let first = Infinity
  let last = -Infinity
  for (let place = 0; place < places; place += 1) {
    const ticket = tickets[place] as T
    const receipt = receiptOf(ticket)
    receipts[place] = receipt
    if (receipt < first) first = receipt
    if (receipt > last) last = receipt
    ;(placesOfRank[urgencyRank(ticket)] ??= []).push(place)
  }
  // 100,000 tickets of nearly three years are exact; a stretch that is not is sorted the slow way.
  if ((last - first + 1) * places > Number.MAX_SAFE_INTEGER) return tickets.toSorted(compareTickets)
  const ordered: T[] = []
  placesOfRank.forEach((ofRank) => {
    const keys = new Float64Array(ofRank.length)
    ofRank.forEach((place, at) => {
      keys[at] = ((receipts[place] ?? 0) - first) * places + place
    })
    keys.sort()
    let momentFrom = ordered.length
    let moment = -1
    for (const key of keys) {
      const place = key % places
      if (key - place !== moment) {
        orderMoment(ordered, momentFrom)
        momentFrom = ordered.length
        moment = key - place
      }
      ordered.push(tickets[place] as T)
    }
    orderMoment(ordered, momentFrom)
  })
  return ordered
}

/** Puts the tickets from `from` on, which came at one moment, in order among themselves. */
const orderMoment = (ordered: QueuedTicket[], from: number): void => {
  if (ordered.length - from < 2) return
  for (const ticket of ordered.splice(from).toSorted(compareTickets)) ordered.push(ticket)
}

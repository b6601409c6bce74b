import { mutantsOf } from './mutant'

/** Breaks of what a customer is entitled to: R30, R69, R72, R77, R78, R99. */
export const entitlementMutants = mutantsOf('entitlement', [
  ['R30', 'callbackExpectation.ts', 'if (opening === receivedAt || now >= opening) return expected', 'return expected', 'does not say that nobody is woken for it'],
  ['R30', 'callbackExpectation.ts', 'if (now > due) return `We aimed to call', 'if (now > addRealMinutes(due, 600)) return `We aimed to call', 'goes on promising a time that has passed'],
  ['R61', 'callbackExpectation.ts', 'allowed.houseTarget || clocksAreGoals ?', 'clocksAreGoals ?', 'promises a house target as the firm’s word'],
  ['R72', 'callbackExpectation.ts', "priority === 'urgent' ? `${seen} and call", "priority === 'high' ? `${seen} and call", 'does not promise a standard Urgent the next business day'],
  ['R77', 'contractStatus.ts', 'fullTime ?? standard', 'standard ?? fullTime', 'prefers a standard contract to 24×7'],
  ['R77', 'contractStatus.ts', "fullTime === null ? 'standard' : '24x7'", "'24x7'", 'takes every contract for 24×7'],
  ['R78', 'contractStatus.ts', 'if (now >= days.to) ended', 'if (now > days.to) ended', 'covers the first moment after the last day'],
  ['R78', 'contractStatus.ts', 'if (now < days.from) continue', 'if (now < days.from && now < 0) continue', 'covers what has not begun'],
  ['R78', 'coveredDays.ts', 'to: startOf(day(until).add({ days: 1 }), zone)', 'to: startOf(day(until), zone)', 'leaves the last day out'],
  ['R78', 'coveredDays.ts', 'if (graceUntil !== null) return graceUntil > endsOn ? graceUntil : endsOn\n', '', 'ignores the grace that an administrator set'],
  ['R78', 'coveredDays.ts', 'graceDays === 0 ? endsOn : ', "graceDays >= 0 ? endsOn : ", 'ignores the firm’s days of grace'],
  ['R99', 'callbackExpectation.ts', 'allowed.houseTarget || clocksAreGoals ?', 'allowed.houseTarget ?', 'promises something to a customer without a contract'],
  ['R99', 'contractStatus.ts', "kind: 'none', until: null", "kind: 'standard', until: null", 'takes a customer without a contract for a standard one'],
])

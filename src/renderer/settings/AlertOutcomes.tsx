import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAlertStore } from '../alerts/alertStore'
import { Banner } from '../ui/Banner'

/** Says when notifications that should be showing are not, and why; silent while all are shown. */
export function AlertOutcomes(): ReactNode {
  const outcomes = useAlertStore((state) => state.outcomes)
  const hidden = [...outcomes.values()].filter((outcome) => outcome.outcome !== 'shown')
  const reasons = [...new Set(hidden.map((outcome) => outcome.reason))]
  if (hidden.length === 0) return null
  return (
    <Banner tone="soon" icon={TriangleAlert} title={`${String(hidden.length)} of ${String(outcomes.size)} notifications are not shown`}>
      {reasons.join(' ')}
    </Banner>
  )
}

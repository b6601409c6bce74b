import { priorityDefinitions } from '../../domain/triage/priorityDefinitions'
import type { Priority } from '../../domain/ticket/ticket'

const bars: Record<Priority, number> = { urgent: 4, high: 3, medium: 2, low: 1 }

/** A priority by word, shape and colour: the number of filled bars tells it without colour. */
export const PriorityMark = ({ priority }: { readonly priority: Priority }) => (
  <span className={`priority priority-${priority}`}>
    <svg viewBox="0 0 16 12" width="16" height="12" aria-hidden="true" focusable="false">
      {[0, 1, 2, 3].map((index) => (
        <rect key={index} x={index * 4} y={9 - index * 3} width="3" height={3 + index * 3} rx="1" className={index < bars[priority] ? 'bar-full' : 'bar-empty'} />
      ))}
    </svg>
    {priorityDefinitions[priority].name}
  </span>
)

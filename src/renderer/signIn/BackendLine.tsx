import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { joinClasses } from '../ui/joinClasses'
import type { backendSentence } from './backendSentence'
import styles from './BackendLine.module.css'

const icons = { wait: LoaderCircle, good: CircleCheck, bad: TriangleAlert } as const

/** How the backend fares, as one line under the form. */
export function BackendLine({ tone, sentence }: Pick<ReturnType<typeof backendSentence>, 'tone' | 'sentence'>): ReactNode {
  const Icon = icons[tone]
  return (
    <p className={joinClasses(styles.line, styles[tone])} role="status">
      <Icon aria-hidden="true" size={13} />
      {sentence}
    </p>
  )
}

import { CircleSlash, ShieldCheck, Sun } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ContractStatus } from '../../domain/entitlement/contractStatus'
import { Chip } from '../ui/Chip'
import type { Tone } from '../ui/tone'

type Kind = ContractStatus['kind'] | 'unknown'

const looks: Readonly<Record<Kind, { readonly icon: LucideIcon; readonly tone: Tone; readonly short: string }>> = {
  '24x7': { icon: ShieldCheck, tone: 'accent', short: '24×7' },
  standard: { icon: Sun, tone: 'neutral', short: 'Standard' },
  ended: { icon: CircleSlash, tone: 'urgent', short: 'Ended' },
  none: { icon: CircleSlash, tone: 'urgent', short: 'No contract' },
  unknown: { icon: CircleSlash, tone: 'soon', short: 'Unidentified' },
}

interface ContractChipProps {
  /** Null while nobody knows whose ticket it is (R16). */
  readonly contract: ContractStatus | null
  /** `full` says until when or since when. */
  readonly words?: 'short' | 'full'
}

/** What the customer is entitled to, visible before the ticket is opened (R77, R78). */
export function ContractChip({ contract, words = 'short' }: ContractChipProps): ReactNode {
  const look = looks[contract?.kind ?? 'unknown']
  const sentence = contract?.sentence ?? 'Not matched to a customer yet'
  return (
    <Chip tone={look.tone} icon={look.icon} title={sentence}>
      {words === 'full' && contract !== null ? sentence : look.short}
    </Chip>
  )
}

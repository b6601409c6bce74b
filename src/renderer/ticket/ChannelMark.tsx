import { Globe, Mail, Phone, PhoneCall, Voicemail } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Channel } from '../../domain/ticket/ticket'
import styles from './ChannelMark.module.css'
import { channelNames } from './channelNames'

const icons: Readonly<Record<Channel, LucideIcon>> = { portal: Globe, email: Mail, techLine: Voicemail, hotline: PhoneCall, phone: Phone }

/** How a ticket came in: picture and name. */
export function ChannelMark({ channel }: { readonly channel: Channel }): ReactNode {
  const Icon = icons[channel]
  return (
    <span className={styles.channel}>
      <Icon aria-hidden="true" size={12} strokeWidth={2} />
      {channelNames[channel]}
    </span>
  )
}

import type { PageGate } from './page'
import type { PageFacts } from './pageFacts'

const gate = (pass: boolean, rule: string, sentence: string): PageGate => ({ gate: 'channel', pass, rule, sentence })

/** Only the portal and the hotline can wake somebody (R14, R18, R21, R68, R73, R74). */
export const channelGate = ({ channel }: PageFacts): PageGate => {
  switch (channel) {
    case 'portal':
      return gate(true, 'R68', 'It came through the portal, which can page.')
    case 'hotline':
      return gate(true, 'R21', 'It came through the hotline, which reaches the engineer on call by itself.')
    case 'email':
      return gate(false, 'R14', 'It came by e-mail, and e-mail never pages, whatever it says.')
    case 'techLine':
      return gate(false, 'R74', 'It came as a tech-line voicemail, which waits for the next opening.')
    case 'phone':
      return gate(false, 'R18', 'An engineer answered this call, so somebody is on it.')
    default:
      return channel satisfies never
  }
}

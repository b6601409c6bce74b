import { Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { useRecording } from '../attachments/useRecording'
import type { Attachment } from '../../domain/ticket/attachment'
import { Button } from '../ui/Button'
import { sayBytes } from '../ui/sayBytes'
import styles from './VoicemailPlayer.module.css'

interface VoicemailPlayerProps {
  readonly recording: Attachment
  /** Beside the file's own name and size, which then need no repeating. */
  readonly short?: boolean
}

/** A voicemail's recording: fetched when one wants to hear it, then played at once, with the usual controls. */
export function VoicemailPlayer({ recording, short = false }: VoicemailPlayerProps): ReactNode {
  const { load, fetch } = useRecording(recording)
  if (load.state === 'ready')
    return (
      // What is said is not known before somebody listened, so there are no captions.
      // oxlint-disable-next-line jsx-a11y/media-has-caption
      <audio className={styles.audio} src={load.url} controls autoPlay aria-label={`Voicemail, ${recording.name}`} data-testid="voicemail-player" />
    )
  return (
    <span className={styles.fetch}>
      <Button size="small" icon={Play} disabled={load.state === 'loading'} aria-label={short ? `Play ${recording.name}` : undefined} onClick={fetch}>
        {load.state === 'loading' ? 'Fetching…' : short ? 'Play' : `Play the recording, ${sayBytes(recording.size)}`}
      </Button>
      {load.state === 'failed' ? (
        <span role="alert" className={styles.trouble}>
          The recording could not be fetched. {load.reason}
        </span>
      ) : null}
    </span>
  )
}

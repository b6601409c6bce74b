import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import { Button } from '../ui/Button'
import styles from './DeviceList.module.css'
import { useDevices } from './deviceStore'

interface DeviceListProps {
  /** This desk, and who works at it. */
  readonly deviceId: string
  readonly engineerId: string | null
  readonly now: Instant
  readonly zone: ZoneId
}

/** The desks one is signed in on, or was; each can be revoked, after being asked again. */
export function DeviceList({ deviceId, engineerId, now, zone }: DeviceListProps): ReactNode {
  const { devices, trouble, busy, load, revoke } = useDevices()
  const [asked, setAsked] = useState<string | null>(null)
  useEffect(() => void load(), [load])
  return (
    <>
      {trouble === null ? null : (
        <p role="alert" className={styles.detail}>
          {trouble}
        </p>
      )}
      {devices === null && trouble === null ? <p className={styles.detail}>Asking the backend …</p> : null}
      <ul className={styles.list}>
        {(devices ?? []).map((device) => {
          const key = `${device.deviceId} ${device.engineerId}`
          const mine = device.engineerId === engineerId
          const here = mine && device.deviceId === deviceId
          return (
            <li key={key} className={styles.device}>
              <div className={styles.words}>
                <span className={styles.name}>
                  {device.name}
                  {here ? ' (this desk)' : ''}
                </span>
                <span className={styles.detail}>
                  {mine ? '' : `${device.engineerName} · `}
                  {device.revokedAt === null ? `last seen ${sayMoment(device.seenAt, zone, now)}` : `revoked ${sayMoment(device.revokedAt, zone, now)}`}
                </span>
              </div>
              {device.revokedAt !== null ? null : asked === key ? (
                <>
                  <Button size="small" onClick={() => setAsked(null)}>
                    Keep
                  </Button>
                  <Button
                    size="small"
                    look="danger"
                    disabled={busy}
                    onClick={() => {
                      setAsked(null)
                      void revoke(device)
                    }}
                  >
                    {here ? 'Wipe this desk' : 'Wipe that desk'}
                  </Button>
                </>
              ) : (
                <Button size="small" look="quiet" aria-label={`Revoke ${device.name}${mine ? '' : ` of ${device.engineerName}`}`} onClick={() => setAsked(key)}>
                  Revoke
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

import type { DeskSession } from '../sessions/deskSession'
import { ProblemError } from './problemError'

/** Throws unless a request speaks for the device its session was opened on. */
export const ownDevice = (session: DeskSession, device: string): void => {
  if (device !== session.deviceId) {
    throw new ProblemError('notAllowed', 'This session was opened on another device. Please sign in on this one.')
  }
}

import { protocolVersion } from '../../protocol/protocolVersion'
import { ProblemError } from '../http/problemError'

/** Throws, in words for the engineer, unless the desk speaks this version of the wire or the one before (P14). */
export const requireServedWire = (schema: number, spoken: number = protocolVersion): void => {
  if (schema > spoken) {
    throw new ProblemError(
      'versionMismatch',
      `This desk is newer than the backend (it speaks version ${schema}, the backend ${spoken}). Please ask an administrator to update the backend. You can go on working; what you do is kept here and sent then.`,
    )
  }
  if (schema < spoken - 1) {
    throw new ProblemError(
      'versionMismatch',
      `This desk is too old for the backend (it speaks version ${schema}, the backend ${spoken}). Please update the desk; what is not sent yet is kept and sent then.`,
    )
  }
}

import { mayDo } from '../../domain/access/mayDo'
import type { Operation } from '../../domain/access/mayDo'
import { useMe } from '../cache/views/useMe'

/** Whether the engineer at this desk may carry out an operation; nobody may while nobody is known. The backend asks again. */
export function useMay(): (operation: Operation) => boolean {
  const me = useMe()
  return (operation) => me !== null && mayDo(me.role, operation)
}

import type { RequestStatus } from './requestStatus'

export const StatusMark = ({ status }: { readonly status: RequestStatus }) => (
  <span className={`status status-${status.tone}`}>{status.label}</span>
)

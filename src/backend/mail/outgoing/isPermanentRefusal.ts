/** Whether the mail server refused for good (a 5xx answer): trying again would only annoy it. */
export const isPermanentRefusal = (error: unknown): boolean =>
  error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 500

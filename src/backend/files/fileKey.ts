const fileId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where a file lies in any storage: by the id the backend made, never by a name from outside. Throws for what is no id. */
export const fileKey = (id: string): string => {
  if (!fileId.test(id)) throw new Error(`“${id}” is not the id of a stored file`)
  return `${id.slice(0, 2)}/${id}`
}

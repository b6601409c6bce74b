/** In bytes, on every way mail comes in. Leaves room for a 25 MB file in its transport encoding. */
export const largestMail = 35 * 1024 * 1024

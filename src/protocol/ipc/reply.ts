/**
 * What main answers to a request of the desk. An error travels as its sentence, since Electron would wrap a thrown
 * one in words about channels that mean nothing to an engineer.
 */
export type DeskReply = { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly sentence: string }

import { CONSOLE_ORIGIN } from '../security/consoleOrigin'

/** What a request tells about where it comes from: the part of Electron's IpcMainInvokeEvent that is judged. */
export interface RequestSource<Frame extends { readonly origin: string } = { readonly origin: string }> {
  readonly sender: { readonly id: number; readonly mainFrame: Frame }
  /** Null when the frame navigated away or was destroyed meanwhile. */
  readonly senderFrame: Frame | null
}

/**
 * True only for the main frame of a window of ours, showing a page of ours. Each of the three alone can be had by an
 * attacker: a frame of the page, another window, the window led elsewhere.
 */
export function isTrustedSender(source: RequestSource, isOwnContents: (id: number) => boolean): boolean {
  const frame = source.senderFrame
  return frame !== null && isOwnContents(source.sender.id) && frame === source.sender.mainFrame && frame.origin === CONSOLE_ORIGIN
}

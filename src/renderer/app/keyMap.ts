/** A thing one can do with a key, as the list of keys shows it. */
export interface KeyEntry {
  readonly group: 'Anywhere' | 'Queue' | 'Ticket' | 'Customer'
  readonly keys: readonly [string, ...string[]]
  readonly words: string
}

/** Every key of the desk. A key that is not here does not work, so the list shown with `?` is always true. */
export const keyMap = {
  goQueue: { group: 'Anywhere', keys: ['g q'], words: 'Go to the queue' },
  goAccess: { group: 'Anywhere', keys: ['g a'], words: 'Go to access requests' },
  goHeldMail: { group: 'Anywhere', keys: ['g m'], words: 'Go to held mail' },
  goSettings: { group: 'Anywhere', keys: ['g s'], words: 'Go to the settings' },
  logPhoneTicket: { group: 'Anywhere', keys: ['w'], words: 'Write down a call as a new ticket' },
  showOutbox: { group: 'Anywhere', keys: ['g o'], words: 'Show what is not sent yet' },
  showKeys: { group: 'Anywhere', keys: ['?'], words: 'Show this list' },
  back: { group: 'Anywhere', keys: ['Escape'], words: 'Back to the list' },
  nextTicket: { group: 'Queue', keys: ['j', 'ArrowDown'], words: 'Next ticket' },
  previousTicket: { group: 'Queue', keys: ['k', 'ArrowUp'], words: 'Previous ticket' },
  openTicket: { group: 'Queue', keys: ['Enter'], words: 'Go into the ticket' },
  filter: { group: 'Queue', keys: ['/'], words: 'Filter the queue' },
  nextView: { group: 'Queue', keys: [']'], words: 'Next view' },
  previousView: { group: 'Queue', keys: ['['], words: 'Previous view' },
  claim: { group: 'Ticket', keys: ['c'], words: 'Claim' },
  acknowledge: { group: 'Ticket', keys: ['a'], words: 'Acknowledge' },
  logCall: { group: 'Ticket', keys: ['l'], words: 'Log a call' },
  note: { group: 'Ticket', keys: ['n'], words: 'Write an internal note' },
  reply: { group: 'Ticket', keys: ['r'], words: 'Reply to the customer' },
  priority: { group: 'Ticket', keys: ['p'], words: 'Review the priority' },
  state: { group: 'Ticket', keys: ['s'], words: 'Change the state' },
  hearVoicemail: { group: 'Ticket', keys: ['h'], words: 'Say that you have listened to the voicemail' },
  useMine: { group: 'Ticket', keys: ['y'], words: 'Give a refused change again' },
  keepTheirs: { group: 'Ticket', keys: ['t'], words: 'Put a refused change away' },
  identify: { group: 'Ticket', keys: ['m'], words: 'Match the caller to a customer' },
  customerPanel: { group: 'Customer', keys: ['i'], words: 'Show or hide the customer file' },
  copyAddress1: { group: 'Customer', keys: ['1'], words: 'Copy address 1' },
  copyAddress2: { group: 'Customer', keys: ['2'], words: 'Copy address 2' },
  copyAddress3: { group: 'Customer', keys: ['3'], words: 'Copy address 3' },
  copyAddress4: { group: 'Customer', keys: ['4'], words: 'Copy address 4' },
  copyAddress5: { group: 'Customer', keys: ['5'], words: 'Copy address 5' },
  copyAddress6: { group: 'Customer', keys: ['6'], words: 'Copy address 6' },
  copyAddress7: { group: 'Customer', keys: ['7'], words: 'Copy address 7' },
  copyAddress8: { group: 'Customer', keys: ['8'], words: 'Copy address 8' },
  copyAddress9: { group: 'Customer', keys: ['9'], words: 'Copy address 9' },
} as const satisfies Record<string, KeyEntry>

export type KeyAction = keyof typeof keyMap

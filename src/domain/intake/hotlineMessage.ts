/** What a hotline voicemail should say (R20), as heard or as typed in by whoever listened; null = not said. */
export interface HotlineVoicemail {
  readonly company: string | null
  readonly contact: string | null
  readonly callbackNumber: string | null
  readonly issue: string | null
}

/** One of the four fields; `value` null = missing. */
export interface HotlineField {
  readonly key: keyof HotlineVoicemail
  readonly label: string
  readonly value: string | null
}

/** A hotline voicemail in its four fields. */
export interface HotlineMessage {
  readonly fields: readonly HotlineField[]
  /** Labels of the missing ones, in order. */
  readonly missing: readonly string[]
  /** The ticket's brief description. */
  readonly brief: string
  /** The ticket's detailed description: each field on a line, missing ones marked. */
  readonly detail: string
}

const labels = { company: 'Company', contact: 'Contact', callbackNumber: 'Callback number', issue: 'Production issue' } as const
const keys = ['company', 'contact', 'callbackNumber', 'issue'] as const
const longestBrief = 200

const briefOf = (company: string | null, issue: string | null): string => {
  const words = `Hotline: ${issue ?? 'issue not stated'}${company === null ? '' : ` (${company})`}`
  return [...words].length <= longestBrief ? words : `${[...words].slice(0, longestBrief - 1).join('')}…`
}

/** The four fields of a hotline voicemail with the missing ones marked (R20). It pages whatever is missing (R21). */
export const hotlineMessage = (voicemail: HotlineVoicemail): HotlineMessage => {
  const fields = keys.map((key): HotlineField => ({ key, label: labels[key], value: (voicemail[key] ?? '').trim() || null }))
  const valueOf = (key: keyof HotlineVoicemail): string | null => fields.find((field) => field.key === key)?.value ?? null
  return {
    fields,
    missing: fields.filter(({ value }) => value === null).map(({ label }) => label),
    brief: briefOf(valueOf('company'), valueOf('issue')),
    detail: fields.map(({ label, value }) => `${label}: ${value ?? 'not stated'}`).join('\n'),
  }
}

import XMLBuilder from 'fast-xml-builder'

/** What the provider is to do with a call, one after the other. Addresses are absolute and are posted to. */
export type CallStep =
  | { readonly do: 'say'; readonly text: string }
  /** After a beep, until silence, the pound key, hanging up or `seconds`. Where nothing is said the next step follows. */
  | { readonly do: 'record'; readonly seconds: number; readonly recordedUrl: string; readonly completeUrl: string }
  | { readonly do: 'goOn'; readonly url: string }
  | { readonly do: 'hangUp' }

/** In seconds: how long a silence ends a message. */
const longestSilence = 10

type XmlNode = Readonly<Record<string, unknown>>

const element = (name: string, attributes: Readonly<Record<string, string | number>> = {}, text = ''): XmlNode => ({
  [name]: text === '' ? [] : [{ '#text': text }],
  ':@': Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`@_${key}`, String(value)])),
})

/** As a voice reads it: a sign such as × is passed over, and XML has no place for control characters and broken ones. */
const spoken = (text: string): string => text.replaceAll('×', ' by ').replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ')

const nodeOf = (step: CallStep): XmlNode => {
  switch (step.do) {
    case 'say':
      return element('Say', { language: 'en-US' }, spoken(step.text))
    case 'record':
      return element('Record', {
        action: step.recordedUrl,
        method: 'POST',
        maxLength: step.seconds,
        timeout: longestSilence,
        finishOnKey: '#',
        playBeep: 'true',
        recordingStatusCallback: step.completeUrl,
        recordingStatusCallbackMethod: 'POST',
        recordingStatusCallbackEvent: 'completed absent',
      })
    case 'goOn':
      return element('Redirect', { method: 'POST' }, step.url)
    case 'hangUp':
      return element('Hangup')
    default:
      return step satisfies never
  }
}

const builder = new XMLBuilder({ preserveOrder: true, ignoreAttributes: false, suppressEmptyNode: true, suppressBooleanAttributes: false })

/** The steps in the XML that the large telephony providers understand. No steps = nothing more is asked of the provider. */
export const callInstructions = (steps: readonly CallStep[]): string =>
  builder.build([element('?xml', { version: '1.0', encoding: 'UTF-8' }), { Response: steps.map(nodeOf) }])

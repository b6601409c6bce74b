import { request } from '@playwright/test'
import type { APIResponse } from '@playwright/test'
import type { DemoBackend } from './backendOf'

/** The portal's addresses, as a browser's forms use them. */
const ADDRESS = { signIn: '/sign-in', submit: '/requests' } as const

/**
 * Submits a request as the demo customer does: signs in, then sends the form with one attachment.
 * @param brief what the queue's row will say
 */
export async function submitPortalRequest({ url, demo }: DemoBackend, brief: string, detail: string): Promise<void> {
  const browser = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } })
  try {
    await accepted('signing in at the portal', await browser.post(ADDRESS.signIn, { form: demo.portal }))
    const log = 'RightFax WorkServer1 12:01:07 Board 0 channel 3: no dial tone (line state 0x14)\n'
    const answer = await browser.post(ADDRESS.submit, {
      multipart: {
        priority: 'urgent',
        brief,
        detail,
        environment: 'production',
        answerBy: 'phone',
        attachments: { name: 'workserver1.log', mimeType: 'text/plain', buffer: Buffer.from(log.repeat(40)) },
      },
    })
    await accepted('submitting the request', answer)
  } finally {
    await browser.dispose()
  }
}

async function accepted(what: string, answer: APIResponse): Promise<void> {
  if (answer.ok()) return
  throw new Error(`The portal refused ${what}: ${answer.status()} ${answer.statusText()}\n${(await answer.text()).slice(0, 1000)}`)
}

import { z } from 'zod'
import { channelRules } from '../../domain/intake/channelRules'
import { typedText } from '../shapes'
import { priorityShape } from '../sync/ticketRows'

/** Most bytes of one attachment, and most attachments of one submission. */
export const attachmentLimits = { bytes: 25 * 1024 * 1024, count: 10 } as const

/** The portal's submit form (R10, R11); files travel beside it as multipart parts named `attachments`. */
export const portalRequestShape = z.object({
  priority: priorityShape.default(channelRules.portal.priority.initial),
  brief: typedText('The brief description', 200),
  detail: z.string().trim().max(100_000, 'The detailed description is longer than 100,000 characters: please attach a file instead').default(''),
  environment: z.enum(['production', 'test', 'unknown']).default('unknown'),
  answerBy: z.enum(['phone', 'email']).default('phone'),
})
export type PortalRequest = z.infer<typeof portalRequestShape>

/** A customer's answer to a request of theirs. */
export const portalReplyShape = z.object({ text: typedText('Your message', 100_000) })

/** What a customer adds to raising a request to Urgent; nothing is fine, a raise must not wait for words (R70). */
export const portalRaiseShape = z.object({
  text: z.string().trim().max(10_000, 'This is longer than 10,000 characters: please shorten it, or add it as a message with a file').default(''),
})

/** Asking for a link for a new password (R35). */
export const portalForgottenShape = z.object({
  email: z
    .string()
    .trim()
    .min(1, 'Please type your e-mail address')
    .max(254, 'This is too long for an e-mail address')
    .includes('@', { message: 'Please type your whole e-mail address, with the @' }),
})

/** Choosing a new password, typed twice; what is too easy is refused where the person is known. */
export const portalNewPasswordShape = z
  .object({
    password: z
      .string()
      .min(12, 'The password is too short: please use at least 12 characters. A few words that do not belong together are easy to remember')
      .max(256, 'The password is longer than 256 characters: please shorten it'),
    again: z.string().max(1_024),
  })
  .refine(({ password, again }) => password === again, { path: ['again'], message: 'The two passwords are not the same: please type the new one twice' })

/** The portal's sign-in form. */
export const portalSignInShape = z.object({
  email: z.string().trim().min(1, 'Please type your e-mail address').max(254),
  password: z.string().min(1, 'Please type your password').max(1_024),
})

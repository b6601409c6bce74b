import { z } from 'zod'
import { abilityKeys } from '../../domain/customer/abilityNames'
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

/** One line of a form, as a person types it: no line breaks or other characters that cannot be seen. */
const typedLine = (what: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, `Please type ${what}`)
    .max(most, `This is longer than ${most} characters: please shorten it`)
    .regex(/^\P{Cc}*$/u, 'This holds characters that cannot be seen: please type it instead of pasting it')

/** An address that mail is sent to, although nobody knows yet whose it is. */
const typedAddress = (what: string) => typedLine(what, 254).pipe(z.email('Please type the whole e-mail address, such as name@company.com'))

/** Lines of text that may be left empty. */
const typedRemark = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `This is longer than ${most.toLocaleString('en-US')} characters: please shorten it`)
    .regex(/^(?:\P{Cc}|[\n\r\t])*$/u, 'This holds characters that cannot be seen: please type it instead of pasting it')
    .default('')

const typedNumber = (what: string) => typedLine(what, 60).regex(/(?:\d\D*){7}/, 'Please type the whole contact number, with its area code')

/** Somebody without access asking for it for themselves (R33). */
export const portalAccessShape = z.object({
  name: typedLine('your name', 120),
  phone: typedNumber('the number we can call you at'),
  email: typedAddress('your e-mail address'),
  company: typedLine('the name of your company', 200),
  primaryContact: typedRemark(1_000),
})
export type PortalAccess = z.infer<typeof portalAccessShape>

/** Somebody of an account asking for access for a colleague (R32). */
export const portalColleagueShape = z.object({
  name: typedLine('the name', 120),
  phone: typedNumber('the contact number'),
  email: typedAddress('the e-mail address'),
  /** What the colleague can do; an ability left out says nothing (R38–R42, R44). */
  abilities: z.array(z.enum(abilityKeys)).max(abilityKeys.length).default([]),
  remark: typedRemark(2_000),
})
export type PortalColleague = z.infer<typeof portalColleagueShape>

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

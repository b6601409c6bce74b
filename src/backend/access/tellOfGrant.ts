import { and, eq } from 'drizzle-orm'
import type { AccessRequest } from '../../domain/access/accessRequest'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { ZoneId } from '../../domain/calendar/time'
import type { Contact } from '../../domain/customer/customer'
import { hashToken, newSecretToken } from '../accounts/secretToken'
import type { BackendContext } from '../context'
import type { Queries } from '../db/database'
import { accessLink, contact as contactTable } from '../db/schema'
import { queueAccessMail } from './queueAccessMail'

/** Tells the person that access is set up (R32, R34), and the primary contacts on file: of an addition, or asked to confirm a temporary one. */
export const tellOfGrant = async (context: BackendContext, tx: Queries, request: AccessRequest, contact: Contact, zone: ZoneId): Promise<void> => {
  const portal = context.config.publicUrl()
  const now = context.now()
  const until = contact.accessUntil === null ? null : sayMoment(contact.accessUntil, zone, now)
  await queueAccessMail(context, tx, {
    to: contact.email,
    subject: 'Your access to the support portal',
    lines: [
      `Hello ${contact.name},`,
      '',
      until === null
        ? 'your access to the support portal is set up.'
        : `your temporary access to the support portal is set up. It ends ${until} unless the primary RightFax contact of your company confirms it. Until then you see your own requests only.`,
      '',
      `Choose a password at ${portal}/forgotten-password, using this e-mail address.`,
    ],
    answers: null,
  })
  const primaries = await tx.select().from(contactTable).where(and(eq(contactTable.customerId, contact.customerId), eq(contactTable.access, 'primary')))
  for (const primary of primaries) {
    if (primary.id === contact.id) continue
    await queueAccessMail(context, tx, {
      to: primary.email,
      ...(request.kind === 'temporary' ? await askToConfirm(context, tx, { request, contact, primary, until: until ?? '' }) : tellOfAddition(contact)),
      answers: null,
    })
  }
}

const personLines = ({ name, email, phone }: Contact): readonly string[] => [`  ${name}`, `  ${email}`, `  ${phone}`]

const tellOfAddition = (contact: Contact) => ({
  subject: `${contact.name} has access to the support portal`,
  lines: ['As you asked, this person can now open requests for your company:', '', ...personLines(contact), '', 'If you did not ask for this, please call us.'],
})

const askToConfirm = async (
  context: BackendContext,
  tx: Queries,
  { request, contact, primary, until }: { readonly request: AccessRequest; readonly contact: Contact; readonly primary: Contact; readonly until: string },
) => {
  const token = newSecretToken()
  await tx.insert(accessLink).values({ tokenHash: hashToken(token), requestId: request.id, contactId: primary.id, createdAt: context.now() })
  return {
    secret: true,
    subject: `Please confirm: access to the support portal for ${contact.name}`,
    lines: [
      'This person asked us for access to the support portal in the name of your company, and has it for a few days:',
      '',
      ...personLines(contact),
      '',
      `It ends ${until} unless you confirm it. To confirm it, or to deny it at once:`,
      `${context.config.publicUrl()}/access/${token}`,
      '',
      'The link is for you alone, as the primary RightFax contact of your company. Opening it changes nothing yet.',
    ],
  }
}

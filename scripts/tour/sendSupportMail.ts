import { createTransport } from 'nodemailer'
import type { DemoBackend } from './backendOf'

const SUPPORT_ADDRESS = 'support@thefaxguys.example'

/** Mails the support address through the desk's own mail intake, over SMTP. */
export async function sendSupportMail({ smtpPort, demo }: DemoBackend, subject: string, text: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true })
  try {
    await transport.sendMail({ from: demo.portal.email, to: SUPPORT_ADDRESS, subject, text })
  } finally {
    transport.close()
  }
}

/**
 * What is said about contract, services and a customer's own changes: templates with named blanks, each with its rule,
 * for customers unless said otherwise. `{accountManager}` is filled by `accountManagerWords`; `{when}` is in the
 * customer's own time.
 */
export const serviceSentences = {
  supportIncluded: { rule: 'R56', text: 'This is covered by your support contract, which includes unlimited support tickets.' },
  softwareIncluded: {
    rule: 'R83',
    text: 'Your support contract includes the software itself: upgrades, service releases and patches. Applying them is professional services; {accountManager} gives you a quote for that.',
  },
  professionalServices: {
    rule: 'R84',
    text: '{item} is professional services and not covered by your support contract. {accountManager} gives you a quote. Once it is accepted, our Project Manager schedules the work with you.',
  },
  nightsAndWeekends: {
    rule: 'R85',
    text: '24×7 support does not cover installations, upgrades or patches on nights and weekends. Our Installation engineers work then by appointment only; please speak with {accountManager} for a quote first.',
  },
  bestEffort: {
    rule: 'R86',
    text: 'You may use the Customer Portal while you do this yourselves. HelpDesk answers your questions by best effort, and you then continue on your own.',
  },
  firstComeFirstServed: { rule: 'R87', text: 'Questions are answered first come, first served, and by priority.' },
  takeOver: {
    rule: 'R88',
    text: 'If you want one of our engineers to log in and take over, please ask {accountManager}, who gives you a quote for it.',
  },
  selfInstall: {
    rule: 'R89',
    text: 'We do not encourage customers to install or upgrade RightFax on their own: unless one does it often, it is tricky.',
  },
  notFor24x7NormalSupport: { rule: 'R75', text: '24×7 support is for issues that stop faxing in production. We continue with your question at {when}.' },
  notFor24x7Maintenance: { rule: 'R75', text: '24×7 support is not for maintenance. We continue at {when}.' },
  notFor24x7Install: { rule: 'R75', text: '24×7 support is not for installations. We continue at {when}; Installation engineers work at night by appointment only.' },
  notFor24x7Upgrade: { rule: 'R75', text: '24×7 support is not for upgrades. We continue at {when}; Installation engineers work at night by appointment only.' },
  notFor24x7Patch: { rule: 'R75', text: '24×7 support is not for patches. We continue at {when}; Installation engineers work at night by appointment only.' },
  quoteQuestions: { rule: 'R90', text: 'Your Account Manager answers questions about the quote.' },
  dayQuestions: { rule: 'R92', text: 'Our Project Manager arranges the overview meeting and the day with you.' },
  directAccess: { rule: 'R95', text: 'You have direct access to your Installation engineer until the project is completed.' },
  furtherQuestions: { rule: 'R96', text: 'Further questions are answered by HelpDesk.' },
  serviceOrder: { rule: 'R97', text: 'A Service Order ticket is an ordinary ticket in the Customer Portal: sign in and submit a request.' },
  /** For engineers; `{contract}` is the status in words. */
  noActiveContract: { rule: 'R99', text: 'No active contract ({contract}). The ticket is accepted and its times are goals. {accountManager} is informed; you decide how far to help.' },
  supportQuestions: { rule: 'R7', text: 'Questions about support: {name}, {email}.' },
  servicesQuestions: { rule: 'R7', text: 'Questions about professional services: {name}, {email}.' },
} as const

/**
 * What is said to a customer about contract, services and their own changes: templates with named blanks, each with
 * its rule. `{accountManager}` is filled by `accountManagerWords`, times are the customer's own.
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
  serviceOrder: { rule: 'R97', text: 'A Service Order ticket is an ordinary ticket in the Customer Portal: sign in and submit a request.' },
  supportQuestions: { rule: 'R7', text: 'Questions about support: {name}, {email}.' },
  servicesQuestions: { rule: 'R7', text: 'Questions about professional services: {name}, {email}.' },
} as const

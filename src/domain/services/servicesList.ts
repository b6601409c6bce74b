import type { ServiceItem, ServiceItemId } from './serviceItem'

/**
 * The services list (R84). Words tell of work to come; the past tense tells of what came before a fault and is
 * left out.
 */
export const servicesList: Readonly<Record<ServiceItemId, ServiceItem>> = {
  newInstall: {
    id: 'newInstall',
    name: 'Installation of a new RightFax server',
    variants: ['onSite', 'remote'],
    customerMayRun: true,
    words: ['install', 'installs', 'installing', 'installation', 'reinstall', 'reinstallation', 'set up a new server', 'setting up a new server', 'additional server'],
    otherMeanings: ['install path', 'install folder', 'installation folder'],
    checklist: [
      'Server: name, operating system, physical or virtual',
      'RightFax edition and licences bought',
      'SQL Server: which instance, or a new one',
      'Fax boards, or the SIP provider and gateway',
      'Users, and where their accounts come from',
      'What RightFax shall integrate with',
    ],
  },
  migration: {
    id: 'migration',
    name: 'Migration of RightFax to a new server',
    variants: ['onSite', 'remote'],
    customerMayRun: true,
    words: ['migrate', 'migrates', 'migrating', 'migration', 'move to a new server', 'move rightfax', 'moving rightfax', 'new hardware', 'server replacement'],
    otherMeanings: ['migrate users', 'mailbox migration'],
    checklist: [
      'Old and new server: name, operating system, physical or virtual',
      'RightFax version now, and the version wanted',
      'SQL Server version, and whether the database moves too',
      'Fax boards, or the SIP provider and gateway',
      'What RightFax integrates with',
      'When faxing may stop, and for how long',
    ],
  },
  upgrade: {
    id: 'upgrade',
    name: 'Upgrade to a newer version of RightFax',
    variants: ['onSite', 'remote'],
    customerMayRun: true,
    words: ['upgrade', 'upgrades', 'upgrading', 'newer version', 'new version', 'latest version'],
    otherMeanings: ['upgrade notes', 'upgrade notice'],
    checklist: [
      'RightFax version now, and the version wanted',
      'Operating system and SQL Server versions, and whether the new version runs on them',
      'Every server of the system, and every client to be upgraded',
      'What RightFax integrates with',
      'When faxing may stop, and for how long',
    ],
  },
  patches: {
    id: 'patches',
    name: 'Applying patches or service releases',
    variants: [],
    customerMayRun: true,
    words: ['patch', 'patches', 'patching', 'service release', 'service releases', 'service pack', 'feature pack', 'hotfix', 'hotfixes'],
    otherMeanings: ['patch panel', 'patch cable', 'patch cord'],
    checklist: ['RightFax version and build now', 'Which patch or service release, and why', 'Every server of the system', 'When faxing may stop, and for how long'],
  },
  training: {
    id: 'training',
    name: 'Training',
    variants: ['online', 'onSite'],
    customerMayRun: false,
    words: ['training', 'train our', 'train us', 'train new', 'train a new', 'train the', 'workshop'],
    otherMeanings: ['training server', 'training environment', 'training department'],
    checklist: ['How many people, administrators or users', 'RightFax version they work with', 'What they must be able to do afterwards', 'Wanted dates, and online or at their site'],
  },
  healthCheck: {
    id: 'healthCheck',
    name: 'Health check',
    variants: [],
    customerMayRun: false,
    words: ['health check', 'health checks', 'healthcheck', 'system review', 'check-up'],
    otherMeanings: [],
    checklist: ['Which servers, and their RightFax versions', 'What prompts the check: growth, faults, an audit', 'Fax lines and pages a day'],
  },
}

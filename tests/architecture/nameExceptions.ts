/** Files that bear no export's name, each kind with its reason. */
export const nameExceptions: readonly { readonly path: RegExp; readonly reason: string }[] = [
  { path: /\/(?:index|main)\.tsx?$/, reason: 'an entry exports nothing' },
  { path: /^src\/backend\/(?:standalone|embedded|mail\/parse\/mailWorker)\.ts$/, reason: 'an entry of a process or thread exports nothing' },
  { path: /^src\/backend\/app\.ts$/, reason: 'the composition root, named so in the map of the house' },
  { path: /^src\/backend\/db\/(?:schema|columns|\w+Tables)\.ts$/, reason: 'a list of tables or columns of one subject' },
  { path: /^src\/protocol\//, reason: 'the schemas of one message and the types they infer, named after the message' },
  { path: /^src\/domain\/calendar\/(?:time|businessTime|openTimes|sayTime)\.ts$/, reason: 'one measure of time and its few functions, which must not drift apart' },
  { path: /^src\/renderer\/\w+\/\w+Store\.ts$/, reason: 'a store exports the hook that reads it' },
  { path: /^src\/domain\/ticket\/stateTransitions\.ts$/, reason: 'a table and the one question asked of it' },
  { path: /^src\/backend\/http\/portal\/(?:portalCookies|visibleTickets)\.ts$/, reason: 'functions that must agree: set and clear a cookie, list and find what a visitor may see' },
  { path: /^src\/renderer\/app\/keyDesk\.ts$/, reason: 'the desk of keys: hand in, hand out' },
  { path: /^src\/main\/(?:outboxJournal\/journalRecord|security\/permissions)\.ts$/, reason: 'a pair that is right only together: write and read, decide and install' },
]

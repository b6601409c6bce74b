/** Every table, for drizzle and its migrations. Columns of synced tables bear the names of their wire rows. */
export * from './accountTables'
export * from './customerTables'
export * from './fileTables'
export * from './firmTables'
export * from './syncTables'
export * from './ticketTables'
export * from './voiceTables'

/**
 * The number of the wire. A hash test fails when a schema changes; then raise this by one and add a line to the
 * history beside it, or, while a version has not been released, only store the new hash.
 *
 * 1: the first wire: pull with cursor, push with results, hints, sessions, portal forms, the desk's own channels.
 * 2: server notes are rows and a scope of their own, no longer fields of customers, servers and integrations; a cursor names
 * the scopes it covers; a pull says the version of its desk and may be told to purge tables.
 */
export const protocolVersion = 2

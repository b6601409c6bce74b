/** The ticket a test notification names. No ticket has this id, so that a click on the test opens no ticket. */
export const testTicketId = '00000000-0000-4000-8000-000000000000'

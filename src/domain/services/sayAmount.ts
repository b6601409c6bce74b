/** An amount of money: `USD 4200.00`. `cents` are hundredths of the currency, whole. */
export const sayAmount = (cents: number, currency: string): string => `${currency} ${(cents / 100).toFixed(2)}`

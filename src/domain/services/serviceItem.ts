/** What Professional Services does for a quote (R84). */
export const serviceItemIds = ['newInstall', 'migration', 'upgrade', 'patches', 'training', 'healthCheck'] as const
export type ServiceItemId = (typeof serviceItemIds)[number]

/** Where the work is done (R84). `online` is said of training, `remote` of everything else. */
export const serviceVariants = ['onSite', 'remote', 'online'] as const
export type ServiceVariant = (typeof serviceVariants)[number]

/** One line of the services list. */
export interface ServiceItem {
  readonly id: ServiceItemId
  readonly name: string
  /** Empty when the list names no place. */
  readonly variants: readonly ServiceVariant[]
  /** Whether a customer may do it on their own and ask us along the way (R86). */
  readonly customerMayRun: boolean
  /** Words of a request that suggest this item, in lower case, matched whole. */
  readonly words: readonly string[]
  /** Turns of phrase that hold one of the words and mean something else. */
  readonly otherMeanings: readonly string[]
  /** What to ask before the Account Manager is asked for a quote. */
  readonly checklist: readonly string[]
}

import { HardDrive } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStorageStore } from '../cache/storageStore'
import { Banner } from '../ui/Banner'

/** The line above the desk while the store on this computer does not work: what is the matter and what to do. */
export function StorageStrip(): ReactNode {
  const sentence = useStorageStore((state) => state.sentence)
  if (sentence === null) return null
  return (
    <section aria-label="Store on this computer" role="alert">
      <Banner shape="strip" tone="soon" icon={HardDrive} title="Store on this computer">
        {sentence}
      </Banner>
    </section>
  )
}

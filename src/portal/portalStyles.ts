import { formStyles } from './styles/formStyles'
import { groundStyles } from './styles/groundStyles'
import { peopleStyles } from './styles/peopleStyles'
import { requestStyles } from './styles/requestStyles'

/** The one stylesheet, served as a file: the pages' policy allows no style inside them. Text, so that it lies in any bundle. */
export const portalStyles = groundStyles + formStyles + requestStyles + peopleStyles

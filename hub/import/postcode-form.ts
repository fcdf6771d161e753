import { isUkPostcode, tidyPostcode } from '../../shared/domain/postcode.ts'
import { hasUkPostcodes } from './country.ts'
import { type Form, words } from './form.ts'

/** A postcode, held to the UK's shapes only where the country of the row has those (IMP-3). */
export const postcode: Form = {
  expected: 'a postcode of the UK',
  read(text, other) {
    if (!hasUkPostcodes(other('country'))) return words.read(text, other)
    const tidied = tidyPostcode(text)
    return isUkPostcode(tidied) ? tidied : null
  },
}

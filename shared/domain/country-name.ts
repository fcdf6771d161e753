import type { Country } from './organisation.ts'

/** The countries of the service: Great Britain is run by CMG, Northern Ireland by NICMS (BOM-1). */
export const countryNames: Readonly<Record<Country, string>> = {
  GB: 'Great Britain',
  NI: 'Northern Ireland',
}
export const countries = ['GB', 'NI'] as const satisfies readonly Country[]

import { createContext, use } from 'react'
import type { Readings } from '../../shared/queries/readings.ts'
import type { Desk } from '../desk/desk.ts'

export const DeskContext = createContext<Desk | null>(null)

/** The desk of whoever is signed in. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('Nobody is signed in.')
  return desk
}

export const ReadingsContext = createContext<Readings | null>(null)

/** Every list, as read for the present revision. */
export function useReadings(): Readings {
  const readings = use(ReadingsContext)
  if (!readings) throw new Error('The organisation has not come yet.')
  return readings
}

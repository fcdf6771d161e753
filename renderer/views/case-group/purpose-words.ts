import type { ReadingPurpose } from '../../../shared/sync/readings.ts'

export const purposeWords: Readonly<Record<ReadingPurpose, string>> = {
  work: 'My work on the case',
  'client-contact': 'A client or a representative is in touch',
  check: 'A check of somebody else’s work',
  complaint: 'A complaint, an appeal or a request for information',
}

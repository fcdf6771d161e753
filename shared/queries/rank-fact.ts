import type { CaseGroup, Episode } from '../domain/case-group.ts'
import { longDate } from './date-words.ts'

/** The fact that a rank turns on, as it is on the group: why its trigger holds, or why not (ALLOC-10). */
export function rankFact(rank: number, group: CaseGroup): string {
  switch (rank) {
    case 1:
      return group.sensitive ? 'a person or case is marked nationally sensitive' : 'no marker'
    case 2:
      return episodeFact(group.judicialReview, 'litigation against the service')
    case 3:
      return episodeFact(group.phso, 'a PHSO request')
    case 4:
      return episodeFact(group.ice, 'an ICE request')
    case 5:
      return complaintFact(group, 'review')
    case 6:
      return appealFact(group)
    case 7:
      return group.complex ? 'the complex marker is on' : 'no marker'
    case 8:
      return `${complaintFact(group, 'unresolved')}; ${complianceFact(group)}`
    case 9:
      return complianceFact(group)
    case 10:
      return complaintFact(group, 'unresolved')
    default:
      return stageFact(group)
  }
}

const nothing = ['none', 'no marker', 'no complaint', 'no appeal']

/** Whether a fact says no more than that there is nothing of the kind; the first decides where two are said. */
export function isNothing(fact: string): boolean {
  return nothing.some(each => fact === each || fact.startsWith(`${each}; `))
}

function episodeFact({ openedOn, closedOn }: Episode, what: string): string {
  if (openedOn === null) return 'none'
  if (closedOn === null) return `${what} is open since ${longDate(openedOn)}`
  return `${what} ended on ${longDate(closedOn)}`
}

function complaintFact({ complaint }: CaseGroup, asked: 'unresolved' | 'review'): string {
  if (complaint === 'none') return 'no complaint'
  if (complaint === 'review') {
    return asked === 'review'
      ? 'the client is not satisfied with how the complaint was resolved'
      : 'the complaint is at review'
  }
  return asked === 'review'
    ? 'the complaint is not at review'
    : 'a complaint could not be resolved where the case is'
}

function appealFact({ appeal }: CaseGroup): string {
  if (appeal === 'none') return 'no appeal'
  return appeal === 'accepted' ? 'an appeal is accepted' : 'an appeal is lodged, but not accepted yet'
}

function complianceFact(group: CaseGroup): string {
  if (group.compliant) return 'the paying parent is compliant'
  return isMaintenance(group)
    ? 'the paying parent is non-compliant'
    : 'the paying parent is non-compliant, which counts only at maintenance'
}

function stageFact(group: CaseGroup): string {
  if (group.stage === 'maintenance') return 'the case is at maintenance'
  return group.reachedMaintenance
    ? 'it has reached maintenance before, so it does not go back'
    : 'the case is at application stage'
}

const isMaintenance = (group: CaseGroup) => group.stage === 'maintenance' || group.reachedMaintenance

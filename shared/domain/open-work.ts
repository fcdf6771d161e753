import type { CaseGroup, Post, ServiceRequest } from './case-group.ts'

/** What is open on a group, everywhere (SR-6): groups and cases are not counted. */
export interface OpenWork {
  readonly serviceRequests: readonly ServiceRequest[]
  readonly activities: number
  readonly post: readonly Post[]
}

export const isOpenRequest = (request: ServiceRequest): boolean => request.status !== 'Closed'

export function openWorkOf(group: CaseGroup): OpenWork {
  const serviceRequests = group.serviceRequests.filter(isOpenRequest)
  let activities = 0
  for (const request of serviceRequests) {
    for (const activity of request.activities) if (activity.status === 'Open') activities++
  }
  return { serviceRequests, activities, post: group.post.filter(item => item.status === 'Open') }
}

/** Service requests not closed and open post: the number that lists show. */
export function openWorkCount(group: CaseGroup): number {
  let count = 0
  for (const request of group.serviceRequests) if (request.status !== 'Closed') count++
  for (const item of group.post) if (item.status === 'Open') count++
  return count
}

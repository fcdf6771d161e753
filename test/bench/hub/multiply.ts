import { comeToRest, execute } from '../server.ts'

/** So many times the caseload, the copies where nobody who pulls sees them: in buckets of segments of their own. */
export async function multiply(url: string, times: number): Promise<void> {
  const copies = `generate_series(1, ${times - 1}) AS copy`
  await execute(
    url,
    'SET synchronous_commit = off',
    `INSERT INTO case_group SELECT id || '-' || copy, document, stamp, segment || '-' || copy, team || '-' || copy,
       holder || '-' || copy, status, sensitive, locked, array(SELECT b || '-' || copy FROM unnest(buckets) AS b),
       array(SELECT s || '-' || copy FROM unnest(staff) AS s) FROM case_group, ${copies}`,
    `INSERT INTO bucket_member (bucket, kind, id, version, present)
       SELECT bucket || '-' || copy, kind, id || '-' || copy, version, present FROM bucket_member, ${copies}
       WHERE kind = 'case-group'`,
    `INSERT INTO bucket (bucket, count, digest, horizon)
       SELECT bucket || '-' || copy, count, digest, horizon FROM bucket, ${copies}`,
  )
  await comeToRest(url)
}

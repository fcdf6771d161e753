/** After documents were written anew: what each bucket adds up to, of all kinds of document. */
export const recountDigests = `
  UPDATE bucket b SET digest = d.digest FROM (
    SELECT bucket, bit_xor(stamp) AS digest FROM (
      SELECT unnest(buckets) AS bucket, stamp FROM case_group
      UNION ALL SELECT unnest(buckets), stamp FROM aggregate
      UNION ALL SELECT 'reference', stamp FROM organisation
    ) members GROUP BY bucket
  ) d WHERE d.bucket = b.bucket`

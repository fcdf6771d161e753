/** Words of the field that the dictionary has not. Abbreviations and names are not asked about at all. */
export const fieldWords: readonly string[] = [
  'arrestment',
  'arrestments',
  'deallocate',
  'deallocated',
  // As the courts write it.
  'judgment',
  'judgments',
  'overpayment',
  'overpayments',
  'prefill',
  'prefilled',
  'relock',
  'relocked',
  'textphone',
  'timeframe',
  'timeframes',
  'unallocated',
  'uncontactable',
  'webchat',
  'workgroup',
  'workgroups',
]

/**
 * The ids of an account's records by the number of their making: 14 digits, as on accounts of 2026. Tickets count from 1.
 */
export const idOf = {
  user: (index: number): number => 46_400_000_000_025 + index * 128,
  organization: (index: number): number => 46_390_000_000_017 + index * 64,
  group: (index: number): number => 46_380_000_000_009 + index * 32,
  brand: (index: number): number => 46_370_000_000_005 + index * 32,
  form: (index: number): number => 46_360_000_000_013 + index * 32,
  status: (index: number): number => 46_350_000_000_029 + index * 32,
  field: (index: number): number => 46_410_000_000_021 + index * 32,
  option: (field: number, index: number): number => 46_420_000_000_000 + field * 1000 + index,
  metricSet: (index: number): number => 46_430_000_000_000 + index,
  rating: (index: number): number => 46_440_000_000_000 + index * 3,
  event: (index: number): number => 46_450_000_000_000 + index,
} as const;
